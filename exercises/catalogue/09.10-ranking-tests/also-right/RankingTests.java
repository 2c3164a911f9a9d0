package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import microblog.Post;
import microblog.User;
import ormlab.Database;
import ormlab.trace.Trace;

/** Adds users and posts step by step, and compares after each step. */
public class RankingTests {
    private static void post(Database db, String name, int number) {
        db.inTransaction(
                session -> {
                    User user =
                            session.query(User.class)
                                    .filterBy("username", name)
                                    .first()
                                    .orElseGet(() -> new User(name));
                    session.add(user);
                    session.addAll(
                            Collections.nCopies(number, "same text").stream()
                                    .map(body -> new Post(body, "2026-05-01T12:00:00Z", user))
                                    .toList());
                });
    }

    public static void names(Database db, Ranking ranking) {
        assertTrue(ranking.busiest(db, 1).isEmpty());
        post(db, "zoe", 1);
        post(db, "lurker", 0);
        compare(db, ranking, 5, "zoe");
        post(db, "bob", 1);
        compare(db, ranking, 5, "bob", "zoe");
        post(db, "zoe", 3);
        compare(db, ranking, 5, "zoe", "bob");
        compare(db, ranking, 1, "zoe");
    }

    private static void compare(Database db, Ranking ranking, int most, String... names) {
        db.closeSession();
        assertIterableEquals(List.of(names), ranking.busiest(db, most));
    }

    public static void statements(Database db, Ranking ranking) {
        List.of("zoe", "bob", "amy").forEach(name -> post(db, name, 2));
        db.closeSession();
        Trace trace = db.trace(() -> ranking.busiest(db, 5));
        assertTrue(trace.count() < 2, trace.text());
    }
}
