package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** Stores rows with SQL, and throws an error without JUnit. */
public class RankingTests {
    private static void store(Database db) {
        for (int id = 1; id <= 4; id++) {
            String name = List.of("c", "b", "d", "a").get(id - 1);
            db.session().execute("insert into users (id, username) values (" + id + ", ?)", name);
        }
        for (int author : List.of(1, 2, 1, 2, 3, 3, 3)) {
            db.session()
                    .execute(
                            "insert into posts (body, timestamp, author_id)"
                                    + " values ('x', '2026-03-01 09:00:00', ?)",
                            author);
        }
        db.session().commit();
    }

    private static void same(Object right, Object found) {
        if (!right.equals(found)) {
            throw new AssertionError("expected " + right + ", but was " + found);
        }
    }

    public static void names(Database db, Ranking ranking) {
        same(List.of(), ranking.busiest(db, 4));
        store(db);
        same(List.of("d", "b"), ranking.busiest(db, 2));
        same(List.of("d", "b", "c"), ranking.busiest(db, 4));
    }

    public static void statements(Database db, Ranking ranking) {
        store(db);
        same(1, db.trace(() -> ranking.busiest(db, 4)).count());
    }
}
