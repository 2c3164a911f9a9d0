package ormlab.config;

import java.sql.SQLException;
import java.util.UUID;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens SQLite connections with the settings that servers use: foreign keys on, write-ahead log, a
 * busy timeout.
 *
 * <p>The driver stays in auto-commit mode; {@link SqliteTransaction} begins and ends transactions.
 */
final class SqliteConnections extends SQLiteDataSource {
    private final ConnectionSettings settings;

    SqliteConnections(DatabaseUrl url, ConnectionSettings settings) {
        super(config(url, settings));
        this.settings = settings;
        // The "memdb" VFS gives all connections of this process one database in memory, with a
        // file's way of locking.
        setUrl(
                url.jdbcUrl()
                        .orElseGet(
                                () ->
                                        "jdbc:sqlite:file:/ormlab-"
                                                + UUID.randomUUID()
                                                + "?vfs=memdb"));
    }

    private static SQLiteConfig config(DatabaseUrl url, ConnectionSettings settings) {
        SQLiteConfig config = new SQLiteConfig();
        // The driver lets one thread at a time into a connection; SQLite need not do that again.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(settings.busyMillis());
        config.enableLoadExtension(settings.extensions());
        // As on PostgreSQL: LIKE tells upper from lower case.
        config.enableCaseSensitiveLike(true);
        if (!url.inMemory()) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // With a write-ahead log NORMAL keeps the file sound at any crash; FULL also keeps the
            // last commit when
            // the power fails, and an acknowledged commit is a promise.
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        return config;
    }

    /** The one way in: the driver's method without a user calls this one. */
    @Override
    public SQLiteConnection getConnection(String username, String password) throws SQLException {
        return settings.setUp(super.getConnection(username, password));
    }
}
