package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import microblog.Post;
import microblog.User;
import ormlab.Database;
import ormlab.session.DbSession;

/** Reads the authors of each part, and saves parts of 200 posts in transactions of their own. */
public class PostMover {
    public static void load(Database db, Iterator<String> lines) {
        db.inTransaction(
                session -> {
                    List<String[]> part = new ArrayList<>();
                    while (lines.hasNext()) {
                        part.add(lines.next().split("\\|", 3));
                        if (part.size() == 100) {
                            store(session, part);
                        }
                    }
                    store(session, part);
                });
    }

    private static void store(DbSession session, List<String[]> part) {
        var names = part.stream().map(line -> line[0]).distinct().toList();
        var authors =
                session.createSelectionQuery("from User where username in :names", User.class)
                        .setParameter("names", names)
                        .getResultStream()
                        .collect(Collectors.toMap(User::getUsername, Function.identity()));
        for (String[] line : part) {
            if (!authors.containsKey(line[0])) {
                throw new IllegalArgumentException(
                        "no author for this line: " + String.join("|", line));
            }
            session.add(new Post(line[2], line[1], authors.get(line[0])));
        }
        session.flush();
        session.clear();
        part.clear();
    }

    public static void save(Database db, int after, Consumer<String> file) {
        int last = after;
        List<Object[]> rows;
        do {
            rows = part(db, last);
            for (Object[] row : rows) {
                file.accept(row[0] + "|" + row[1] + "|" + row[2] + "|" + row[3]);
                last = (Integer) row[0];
            }
        } while (!rows.isEmpty());
    }

    private static List<Object[]> part(Database db, int last) {
        return db.readOnly()
                .inTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "select p.id, p.author.username, p.timestamp, p.body"
                                                        + " from Post p where p.id > :last"
                                                        + " order by p.id",
                                                Object[].class)
                                        .setParameter("last", last)
                                        .setMaxResults(200)
                                        .getResultList());
    }
}
