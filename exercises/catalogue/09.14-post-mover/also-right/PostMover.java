package ch09_out_of_the_notebook;

import static ormlab.query.Filters.greaterThan;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import microblog.Post;
import microblog.User;
import ormlab.Database;

/** With flush and clear, and by key: slice remembers the last id. */
public class PostMover {
    private static final int PART = 100;

    public static void load(Database db, Iterator<String> lines) {
        Map<String, Integer> ids = new HashMap<>();
        var session = db.session();
        for (User user : db.query(User.class).all()) {
            ids.put(user.getUsername(), user.getId());
        }
        try {
            for (int number = 1; lines.hasNext(); number++) {
                String line = lines.next();
                int first = line.indexOf('|');
                int second = line.indexOf('|', first + 1);
                Integer author = ids.get(line.substring(0, first));
                if (author == null) {
                    throw new IllegalArgumentException("unknown: '" + line + "'");
                }
                session.add(
                        new Post(
                                line.substring(second + 1),
                                line.substring(first + 1, second),
                                session.getReference(User.class, author)));
                if (number % PART == 0) {
                    session.flush();
                    session.clear();
                }
            }
            session.commit();
        } catch (RuntimeException stopped) {
            session.rollback();
            throw stopped;
        } finally {
            session.clear();
        }
    }

    public static void save(Database db, int after, Consumer<String> file) {
        var part =
                Optional.of(
                        db.query(Post.class)
                                .filter(greaterThan("id", after))
                                .fetch("author")
                                .orderBy("id")
                                .slice(PART));
        while (part.isPresent()) {
            for (Post post : part.get().items()) {
                file.accept(
                        "%d|%s|%s|%s"
                                .formatted(
                                        post.getId(),
                                        post.getAuthor().getUsername(),
                                        post.getTimestamp(),
                                        post.getBody()));
            }
            db.session().clear();
            part = part.get().next();
        }
    }
}
