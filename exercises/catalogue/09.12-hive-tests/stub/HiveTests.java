package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Two tests of a migration. Version 1 has a table of beehives, {@code hives (id integer primary
 * key, place varchar(40) not null, kilos integer)}. A hive that has never been weighed has null in
 * kilos. Version 2 replaces this column with grams, so 12 kilos become 12000 grams, and leaves
 * everything else as it was. The downgrade does the opposite.
 *
 * <p>The tests are called for several such migrations, right and wrong ones, and throw if one is
 * wrong. The folder contains its files; the database is empty each time.
 */
public class HiveTests {
    /** Tests the upgrade from version 1 to version 2. */
    public static void upgrade(Database db, String folder) {
        // TODO
        throw new NotSolvedYet("test the upgrade");
    }

    /** Tests the downgrade from version 2 to version 1. */
    public static void downgrade(Database db, String folder) {
        // TODO
        throw new NotSolvedYet("test the downgrade");
    }
}
