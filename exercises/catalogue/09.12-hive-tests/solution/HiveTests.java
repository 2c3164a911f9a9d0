package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ormlab.Database;

/**
 * Rows make the difference, so both tests stop at version 1 to store some. A single hive would not
 * show that the others are forgotten, the ids have a gap because a migration may number the rows
 * again, and the hive without a weight must stay without one. Named columns in a fixed order pass
 * for every right migration, whatever its table looks like.
 */
public class HiveTests {
    private static void upgradeWithRows(Database db, String folder) {
        db.migrations(folder).upgrade("1");
        db.session()
                .execute(
                        "insert into hives (id, place, kilos) values"
                                + " (3, 'orchard', 30), (5, 'roof', null), (7, 'meadow', 12)");
        db.session().commit();
        db.migrations(folder).upgrade();
    }

    private static String hives(Database db, String weight) {
        return db.rows("select id, place, " + weight + " from hives order by id")
                .values()
                .toString();
    }

    public static void upgrade(Database db, String folder) {
        upgradeWithRows(db, folder);
        assertEquals(
                "[[3, orchard, 30000], [5, roof, null], [7, meadow, 12000]]", hives(db, "grams"));
    }

    public static void downgrade(Database db, String folder) {
        upgradeWithRows(db, folder);
        db.migrations(folder).downgrade("1");
        assertEquals("[[3, orchard, 30], [5, roof, null], [7, meadow, 12]]", hives(db, "kilos"));
    }
}
