package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import microblog.Post;
import microblog.User;
import ormlab.Database;
import ormlab.session.DbSession;

/** Looks an author up when the first line needs them; a stateless session keeps no objects. */
public class PostMover {
    public static void load(Database db, Iterator<String> lines) {
        db.inTransaction(
                session -> {
                    Map<String, User> authors = new HashMap<>();
                    while (lines.hasNext()) {
                        List<Post> part = new ArrayList<>();
                        for (int i = 0; i < 200 && lines.hasNext(); i++) {
                            String line = lines.next();
                            String[] words = line.split("[|]", 3);
                            User author =
                                    authors.computeIfAbsent(
                                            words[0], name -> author(session, name, line));
                            part.add(new Post(words[2], words[1], author));
                        }
                        session.insertAll(part);
                    }
                });
    }

    private static User author(DbSession session, String name, String line) {
        return session.query(User.class)
                .filterBy("username", name)
                .first()
                .orElseThrow(() -> new IllegalArgumentException(line));
    }

    public static void save(Database db, int after, Consumer<String> file) {
        try (var stateless = db.sessionFactory().openStatelessSession()) {
            var transaction = stateless.beginTransaction();
            try (var posts =
                    stateless
                            .createSelectionQuery(
                                    "from Post p join fetch p.author where p.id > :after order by p.id",
                                    Post.class)
                            .setParameter("after", after)
                            .setFetchSize(100)
                            .getResultStream()) {
                posts.forEach(
                        post ->
                                file.accept(
                                        post.getId()
                                                + "|"
                                                + post.getAuthor().getUsername()
                                                + "|"
                                                + post.getTimestamp()
                                                + "|"
                                                + post.getBody()));
            }
            transaction.commit();
        }
    }
}
