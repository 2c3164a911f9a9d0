package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import microblog.Post;
import microblog.User;
import ormlab.Database;

/**
 * Every sentence about the ranking has rows that break a ranking which ignores it: susan and fred
 * write equally often and are stored in the wrong order, mary writes nothing, and adam is the first
 * by name but not the busiest. After the commit, a ranking with its own session sees the rows, and
 * after clear, one that loads users one by one has to send the statements for it.
 */
public class RankingTests {
    private static void store(Database db) {
        write(db, "susan", 2);
        write(db, "fred", 2);
        write(db, "mary", 0);
        write(db, "john", 3);
        write(db, "adam", 1);
        db.session().commit();
        db.session().clear();
    }

    private static void write(Database db, String name, int posts) {
        User user = new User(name);
        db.session().add(user);
        for (int i = 0; i < posts; i++) {
            db.session().add(new Post("hello", "2026-03-01T09:00:00Z", user));
        }
    }

    public static void names(Database db, Ranking ranking) {
        assertEquals(List.of(), ranking.busiest(db, 3));
        store(db);
        assertEquals(List.of("john", "fred", "susan"), ranking.busiest(db, 3));
        assertEquals(List.of("john", "fred", "susan", "adam"), ranking.busiest(db, 9));
    }

    public static void statements(Database db, Ranking ranking) {
        store(db);
        assertEquals(1, db.trace(() -> ranking.busiest(db, 9)).count());
    }
}
