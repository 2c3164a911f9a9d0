package ormlab.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import ormlab.dialect.Engine;

/**
 * Hands out connections to one database: pooled, set up, and seen by traces.
 *
 * <p>Thread-safe. On SQLite a connection that is handed out begins its transaction at the first
 * statement that writes, see {@link SqliteTransaction}.
 */
public final class ConnectionSource implements DataSource, AutoCloseable {
    private final DatabaseUrl url;
    private final ConnectionSettings settings;
    private final DataSource unpooled;
    private final HikariDataSource pool;
    private final WriteLock writeLock;
    private final Connection anchor;

    private ConnectionSource(
            DatabaseUrl url,
            ConnectionSettings settings,
            DataSource unpooled,
            HikariDataSource pool,
            WriteLock writeLock,
            Connection anchor) {
        this.url = url;
        this.settings = settings;
        this.unpooled = unpooled;
        this.pool = pool;
        this.writeLock = writeLock;
        this.anchor = anchor;
    }

    /**
     * Opens a database.
     *
     * @param url its address
     * @param settings pool size, waiting times, hooks
     * @return the open source
     * @throws DatabaseUnavailable when no connection can be had; nothing is created then
     */
    public static ConnectionSource open(DatabaseUrl url, ConnectionSettings settings) {
        return url.kind() == DatabaseUrl.Kind.SQLITE
                ? openSqlite(url, settings)
                : openPostgres(url, settings);
    }

    private static ConnectionSource openSqlite(DatabaseUrl url, ConnectionSettings settings) {
        SqliteFile.check(url);
        SqliteConnections connections = new SqliteConnections(url, settings);
        Connection anchor = null;
        try {
            // A database in memory lives as long as one connection to it.
            anchor = url.inMemory() ? connections.getConnection() : null;
            HikariConfig config = pool(settings);
            if (url.inMemory()) {
                // The connection that opens the pool stays in it. One that the pool adds later
                // keeps a thread for 30 ms, which a close soon after would wait for.
                config.setMinimumIdle(1);
            }
            config.setDataSource(connections);
            return new ConnectionSource(
                    url,
                    settings,
                    connections,
                    new HikariDataSource(config),
                    new WriteLock(settings.busyMillis()),
                    anchor);
        } catch (SQLException | HikariPool.PoolInitializationException refused) {
            throw SqliteFile.unavailable(url, root(refused));
        }
    }

    private static ConnectionSource openPostgres(DatabaseUrl url, ConnectionSettings settings) {
        HikariConfig config = pool(settings);
        config.setAutoCommit(false);
        PostgresConnections connections = new PostgresConnections(url, settings);
        config.setDataSource(connections);
        try {
            return new ConnectionSource(
                    url, settings, connections, new HikariDataSource(config), null, null);
        } catch (HikariPool.PoolInitializationException refused) {
            Throwable cause = root(refused);
            throw new DatabaseUnavailable(
                    "No connection to "
                            + url
                            + ": "
                            + sentence(cause.getMessage())
                            + " Check that the server runs and that host, port, database, user and"
                            + " password are right.",
                    cause);
        }
    }

    private static HikariConfig pool(ConnectionSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ormlab");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.poolMillis());
        return config;
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /**
     * Gives the address of this database.
     *
     * @return the address
     */
    public DatabaseUrl url() {
        return url;
    }

    /**
     * Returns the engine that serves this database.
     *
     * @return the engine
     */
    public Engine engine() {
        return url.engine();
    }

    /**
     * Gives what this database's connections were tuned to.
     *
     * @return the settings
     */
    public ConnectionSettings settings() {
        return settings;
    }

    /**
     * Gives an address by which a dialect can be chosen.
     *
     * @return the JDBC address, without user and password
     */
    public String jdbcUrl() {
        return url.jdbcUrl().orElse("jdbc:sqlite:");
    }

    /**
     * Takes a connection out of the pool.
     *
     * @return a connection with auto-commit off
     * @throws SQLException when the pool has none left, or the database is gone
     */
    @Override
    public Connection getConnection() throws SQLException {
        return wrapped(pool.getConnection(), false);
    }

    private Connection wrapped(Connection connection, boolean exclusive) {
        return PooledConnection.of(
                connection,
                writeLock == null ? null : new SqliteTransaction(connection, writeLock, exclusive),
                settings.echo());
    }

    /**
     * Gives connections for work on the schema: not pooled, and closed by whoever opened them.
     *
     * <p>On SQLite, foreign keys are not enforced on them: rebuilding a table drops the old one,
     * which would delete what refers to it. Whoever changes something asks {@code pragma
     * foreign_key_check} before the commit. A transaction keeps other writers out from its first
     * statement, so that two processes do not both do what they found missing. On PostgreSQL a
     * statement waits for a lock no longer than a writer on SQLite would.
     *
     * @return a source of connections with auto-commit off
     */
    public DataSource schemaConnections() {
        return new OpenedConnections(this::openForSchema);
    }

    private Connection openForSchema() throws SQLException {
        Connection connection = unpooled.getConnection();
        try {
            String setting =
                    writeLock == null
                            ? "set lock_timeout = " + settings.busyMillis()
                            : "pragma foreign_keys = off";
            ConnectionHook.sql(setting).connected(connection);
            Connection wrapped = wrapped(connection, true);
            wrapped.setAutoCommit(false);
            return wrapped;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("This source has one user, the one of its address.");
    }

    /** Closes all connections; one in memory is gone then. */
    @Override
    public void close() {
        pool.close();
        if (anchor != null) {
            try {
                anchor.close();
            } catch (SQLException ignored) {
                // The database is in memory: there is nothing left to save.
            }
        }
    }

    /**
     * Counts the connections that are taken out of the pool.
     *
     * @return how many connections are in use
     */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean() == null
                ? 0
                : pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("ormlab");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }
}
