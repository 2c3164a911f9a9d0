package ormlab.dialect.sqlite.internal.connection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;
import ormlab.dialect.ConnectionOptions;
import ormlab.dialect.DatabaseAddress;

/**
 * Opens SQLite connections with the settings that servers use: foreign keys on, write-ahead log, a
 * busy timeout. Connections write one at a time, in the order in which they asked.
 */
public final class SqliteConnections extends SQLiteDataSource {
    private final ConnectionOptions options;
    private final WriteLock writeLock;
    private final Optional<Path> file;

    /** Creates a source of connections to one database. */
    public SqliteConnections(DatabaseAddress address, ConnectionOptions options) {
        super(config(address, options));
        this.options = options;
        this.file = address.file().map(Path::toAbsolutePath);
        this.writeLock = new WriteLock(options.lockTimeoutMillis());
        // The "memdb" VFS shares one in-memory database among all connections of this process, and
        // locks it like a file.
        setUrl(
                address.jdbcUrl()
                        .orElseGet(
                                () ->
                                        SqliteAddress.JDBC
                                                + "file:/ormlab-"
                                                + UUID.randomUUID()
                                                + "?vfs=memdb"));
    }

    private static SQLiteConfig config(DatabaseAddress address, ConnectionOptions options) {
        SQLiteConfig config = new SQLiteConfig();
        // The driver already allows only one thread at a time per connection, so SQLite need not.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(options.lockTimeoutMillis());
        config.enableLoadExtension(options.extensions());
        // As on PostgreSQL: LIKE distinguishes upper and lower case.
        config.enableCaseSensitiveLike(true);
        if (!address.inMemory()) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // With a write-ahead log, NORMAL keeps the file intact in any crash. FULL also keeps
            // the last commit when the power fails, and an acknowledged commit is a promise.
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        return config;
    }

    /** The driver's method without a user calls this one. */
    @Override
    public SqliteConnection getConnection(@Nullable String username, @Nullable String password)
            throws SQLException {
        SqliteConnection connection =
                new SqliteConnection(
                        getUrl(),
                        getUrl().substring(SqliteAddress.JDBC.length()),
                        getConfig().toProperties(),
                        writeLock,
                        file);
        RegularExpressions.addTo(connection);
        options.setup().accept(connection);
        return connection;
    }
}
