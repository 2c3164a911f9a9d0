package microblog;

import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.migrate.Migrations;

/** Upgrades a database to the tables that this version of the application needs. */
final class Tables {
    private Tables() {}

    /** Each kind of database has its own folder, because SQL differs a little between them. */
    static Migrations migrations(Database db) {
        boolean sqlite = db.url().toString().startsWith("sqlite");
        return db.migrations(sqlite ? "migrations/sqlite" : "migrations/postgresql");
    }

    /** Refuses to work on a database that is not at the newest migration. */
    static void requireNewest(Database db) {
        var position = migrations(db).current();
        if (!position.isHead()) {
            throw new OrmlabException(
                    "The database "
                            + db.url()
                            + " is at "
                            + position
                            + ", and there are newer migrations. Run: java -jar"
                            + " target/microblog.jar upgrade");
        }
    }
}
