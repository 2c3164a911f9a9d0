package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import microblog.Post;
import microblog.User;
import ormlab.Database;
import ormlab.query.Query;

/** One small case for each rule, and each case begins with empty tables. */
public class RankingTests {
    private static void expect(Database db, Ranking ranking, int most, String names, String posts) {
        db.dropAll();
        db.createAll();
        db.inTransaction(
                session -> {
                    for (String name : posts.split(" ")) {
                        boolean writes = !name.startsWith("-");
                        User user = user(session.query(User.class), name.replace("-", ""));
                        session.add(user);
                        if (writes) {
                            session.add(new Post("?", "2026-01-01T00:00:00Z", user));
                        }
                    }
                });
        assertEquals(names, String.join(" ", ranking.busiest(db, most)));
    }

    private static User user(Query<User> users, String name) {
        return users.filterBy("username", name).first().orElseGet(() -> new User(name));
    }

    public static void names(Database db, Ranking ranking) {
        assertAll(
                () -> assertEquals(0, ranking.busiest(db, 5).size()),
                () -> expect(db, ranking, 5, "b a", "a b b"),
                () -> expect(db, ranking, 5, "b a", "b a b"),
                () -> expect(db, ranking, 5, "a b", "b a"),
                () -> expect(db, ranking, 5, "c a b", "b c a c"),
                () -> expect(db, ranking, 5, "b", "-a b"),
                () -> expect(db, ranking, 2, "a b", "c b a"));
    }

    public static void statements(Database db, Ranking ranking) {
        for (String name : Arrays.asList("x", "y", "z")) {
            db.inTransaction(
                    session -> {
                        User user = new User(name);
                        session.addAll(user, new Post("?", user), new Post("!", user));
                    });
        }
        List<String> sent =
                db.trace(() -> ranking.busiest(db, 3)).statements().stream()
                        .map(Object::toString)
                        .toList();
        assertFalse(sent.size() > 1, sent.toString());
    }
}
