package ch09_out_of_the_notebook;

import static ormlab.query.Filters.greaterThan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import microblog.Post;
import microblog.User;
import ormlab.Database;

/**
 * One transaction stores all lines or none, and insertAll keeps no post. All authors are read once,
 * because there are few of them. A stream of columns has no objects that a session could keep.
 */
public class PostMover {
    private static final int PART = 200;

    public static void load(Database db, Iterator<String> lines) {
        db.inTransaction(
                session -> {
                    Map<String, User> authors = new HashMap<>();
                    session.query(User.class)
                            .all()
                            .forEach(user -> authors.put(user.getUsername(), user));
                    List<Post> part = new ArrayList<>();
                    while (lines.hasNext()) {
                        part.add(post(lines.next(), authors));
                        if (part.size() == PART || !lines.hasNext()) {
                            session.insertAll(part);
                            part.clear();
                        }
                    }
                });
    }

    private static Post post(String line, Map<String, User> authors) {
        String[] parts = line.split("\\|", 3);
        User author = authors.get(parts[0]);
        if (author == null) {
            throw new IllegalArgumentException("The author is unknown: " + line);
        }
        return new Post(parts[2], parts[1], author);
    }

    public static void save(Database db, int after, Consumer<String> file) {
        db.readOnly()
                .inTransaction(
                        session -> {
                            try (Stream<Line> rows =
                                    session
                                            .query(Post.class)
                                            .filter(greaterThan("id", after))
                                            .orderBy("id")
                                            .select(
                                                    Line.class,
                                                    "id",
                                                    "author.username",
                                                    "timestamp",
                                                    "body")
                                            .stream()) {
                                rows.forEach(row -> file.accept(row.text()));
                            }
                            return null;
                        });
    }
}
