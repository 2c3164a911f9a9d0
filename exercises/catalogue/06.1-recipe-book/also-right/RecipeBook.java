package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;

public class RecipeBook {
    public static void follow(Database db, Migrations migrations) {
        if (migrations.check().diff().isPresent()) {
            migrations.migrate();
        }
        migrations.upgrade("head");
    }

    public static boolean agree(Database db, Migrations migrations) {
        return migrations.check().exitCode() == 0;
    }
}
