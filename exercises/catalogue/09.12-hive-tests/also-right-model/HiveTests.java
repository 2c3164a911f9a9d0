package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import ormlab.Database;
import ormlab.migrate.Migrations;

/** Reads with a query of the session, and undoes the migration row by row. */
public class HiveTests {
    private static final int[] IDS = {8, 1, 5};

    private static Object one(Database db, String column, int id) {
        List<?> found =
                db.session()
                        .createNativeQuery(
                                "select " + column + " from hives where id = " + id, Object.class)
                        .getResultList();
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static Migrations upgraded(Database db, String folder) {
        Migrations migrations = db.migrations(folder);
        migrations.upgrade("1");
        for (int id : IDS) {
            db.session()
                    .execute(
                            "insert into hives (id, place, kilos) values (?, ?, ?)",
                            id,
                            "place " + id,
                            id * 10);
        }
        db.session().execute("update hives set kilos = null where id = 5");
        db.session().commit();
        migrations.upgrade();
        return migrations;
    }

    public static void upgrade(Database db, String folder) {
        upgraded(db, folder);
        for (int id : IDS) {
            assertEquals("place " + id, one(db, "place", id));
        }
        assertEquals(80_000, one(db, "grams", 8));
        assertEquals(10_000, one(db, "grams", 1));
        assertNull(one(db, "grams", 5));
    }

    public static void downgrade(Database db, String folder) {
        upgraded(db, folder).downgrade("1");
        for (int id : IDS) {
            assertEquals("place " + id, one(db, "place", id));
        }
        assertEquals(80, one(db, "kilos", 8));
        assertEquals(10, one(db, "kilos", 1));
        assertNull(one(db, "kilos", 5));
    }
}
