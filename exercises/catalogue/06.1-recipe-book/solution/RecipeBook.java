package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;

/**
 * Why so: migrate compares and writes the file, upgrade runs it, and any other database gets the
 * same by its own upgrade. Of all that tell where one stands, check alone looks at the classes,
 * too.
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
