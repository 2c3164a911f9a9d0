package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** Counts with SQL how many rows are as they should be, and works without JUnit. */
public class HiveTests {
    private static void require(Database db, int count, String condition) {
        List<?> found = db.rows("select count(*) from hives where " + condition).values().get(0);
        if (!found.toString().equals("[" + count + "]")) {
            throw new IllegalStateException(found + " hives with " + condition);
        }
    }

    private static void start(Database db, String folder) {
        db.migrations(folder).upgrade("1");
        db.session().execute("insert into hives values (2, 'a', 4), (4, 'b', 5), (6, 'c', null)");
        db.session().commit();
        db.migrations(folder).upgrade();
    }

    public static void upgrade(Database db, String folder) {
        start(db, folder);
        require(db, 1, "id = 2 and place = 'a' and grams = 4000");
        require(db, 1, "id = 4 and place = 'b' and grams = 5000");
        require(db, 1, "id = 6 and place = 'c' and grams is null");
    }

    public static void downgrade(Database db, String folder) {
        start(db, folder);
        db.migrations(folder).downgrade();
        require(db, 1, "id = 2 and place = 'a' and kilos = 4");
        require(db, 1, "id = 4 and place = 'b' and kilos = 5");
        require(db, 1, "id = 6 and place = 'c' and kilos is null");
    }
}
