package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;

public class Deployment {
    public static String deploy(Database shop, Migrations migrations) {
        migrations.upgrade();
        return migrations.current().current().orElseThrow().version().toString();
    }
}
