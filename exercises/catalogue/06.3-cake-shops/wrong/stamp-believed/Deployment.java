package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;
import ormlab.migrate.history.TablesWithoutHistory;

public class Deployment {
    public static String deploy(Database shop, Migrations migrations) {
        try {
            migrations.upgrade();
        } catch (TablesWithoutHistory made) {
            migrations.stamp("head");
        }
        return migrations.current().current().orElseThrow().version().toString();
    }
}
