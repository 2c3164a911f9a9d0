package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import ormlab.Database;

/** Compares lists instead of texts, and lets the downgrade continue where the upgrade ends. */
public class HiveTests {
    public static void upgrade(Database db, String folder) {
        db.migrations(folder).upgrade("1");
        store(db, 10, "wall", "1");
        store(db, 20, "hill", "2");
        store(db, 30, "pond", "null");
        db.migrations(folder).upgrade("2");
        assertEquals(List.of("wall", "hill", "pond"), column(db, "place"));
        assertEquals(List.of("1000", "2000", "null"), column(db, "grams"));
        assertEquals(List.of("10", "20", "30"), column(db, "id"));
    }

    private static void store(Database db, int id, String place, String kilos) {
        db.inTransaction(
                session -> {
                    session.execute("insert into hives values (?, ?, " + kilos + ")", id, place);
                });
    }

    private static List<String> column(Database db, String name) {
        return db.rows("select " + name + " from hives order by id").values().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    public static void downgrade(Database db, String folder) {
        upgrade(db, folder);
        db.migrations(folder).downgrade("1");
        assertEquals(List.of("wall", "hill", "pond"), column(db, "place"));
        assertEquals(List.of("1", "2", "null"), column(db, "kilos"));
    }
}
