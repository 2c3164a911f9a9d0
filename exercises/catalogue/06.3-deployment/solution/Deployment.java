package ch06_migrations;

import ormlab.Database;
import ormlab.migrate.Migrations;
import ormlab.migrate.history.TablesWithoutHistory;

/**
 * upgrade runs all pending migrations, which may be none. Only tables without a history need more.
 * A stamp is not verified, so check follows it immediately.
 */
public class Deployment {
    public static String deploy(Database shop, Migrations migrations) {
        try {
            migrations.upgrade();
        } catch (TablesWithoutHistory made) {
            migrations.stamp("head");
            if (!migrations.check().isOk()) {
                migrations.stamp("base");
                throw made;
            }
        }
        return migrations.current().current().orElseThrow().version().toString();
    }
}
