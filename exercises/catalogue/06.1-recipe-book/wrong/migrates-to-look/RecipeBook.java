package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;

public class RecipeBook {
    public static void follow(Database db, Migrations migrations) {
        migrations.migrate("minutes");
        migrations.upgrade();
    }

    public static boolean agree(Database db, Migrations migrations) {
        return migrations.migrate("look").files().isEmpty();
    }
}
