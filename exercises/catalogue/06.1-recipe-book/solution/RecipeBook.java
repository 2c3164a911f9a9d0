package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;

/**
 * migrate compares and writes the file, and upgrade runs it; any other database gets the same
 * change with its own upgrade. Of the methods that report the state, only check looks at the
 * classes.
 */
public class RecipeBook {
    public static void follow(Database db, Migrations migrations) {
        migrations.migrate("minutes");
        migrations.upgrade();
    }

    public static boolean agree(Database db, Migrations migrations) {
        return migrations.check().isOk();
    }
}
