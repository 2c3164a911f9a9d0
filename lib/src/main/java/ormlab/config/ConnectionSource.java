package ormlab.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.SessionEventListener;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.Replication;
import ormlab.error.OrmlabException;
import ormlab.host.Host;

/**
 * A pool of connections to one database; their statements can be traced.
 *
 * <p>Thread-safe. On SQLite a connection that is handed out begins its transaction at the first
 * statement that writes.
 */
public final class ConnectionSource implements DataSource, AutoCloseable {
    private final DatabaseUrl url;
    private final ConnectionSettings settings;
    private final DataSource unpooled;
    private final HikariDataSource pool;
    private final @Nullable Connection anchor;
    private final @Nullable ReplicaReads reads;

    private ConnectionSource(
            DatabaseUrl url,
            ConnectionSettings settings,
            DataSource unpooled,
            HikariDataSource pool,
            @Nullable Connection anchor,
            @Nullable ReplicaReads reads) {
        this.url = url;
        this.settings = settings;
        this.unpooled = unpooled;
        this.pool = pool;
        this.anchor = anchor;
        this.reads = reads;
    }

    /**
     * Opens a database.
     *
     * @param settings pool size, waiting times, hooks, replicas
     * @throws InvalidDatabaseUrl if the settings name replicas but this database cannot have any
     * @throws DatabaseUnavailable if no connection can be opened; nothing is created then
     */
    public static ConnectionSource open(DatabaseUrl url, ConnectionSettings settings) {
        Host.current().ifPresent(Host::opened);
        DatabaseAddress address = url.address();
        Engine engine = address.engine();
        engine.obstacle(address)
                .ifPresent(
                        why -> {
                            throw new DatabaseUnavailable(why, null);
                        });
        Optional<Replication> replication = ReplicaReads.check(url, settings);
        DataSource unpooled = engine.connections(address, settings.options());
        try {
            // An in-memory database exists as long as a connection to it is open.
            Connection anchor = address.inMemory() ? unpooled.getConnection() : null;
            HikariConfig config = pool(settings);
            config.setDataSource(unpooled);
            if (address.inMemory()) {
                // The connection that opens the pool stays in it. Adding one later would keep a
                // thread busy for 30 ms, and a close soon after would wait for that thread.
                config.setMinimumIdle(1);
            }
            HikariDataSource pool = new HikariDataSource(config);
            ReplicaReads reads =
                    replication
                            .map(
                                    how ->
                                            ReplicaReads.open(
                                                    pool, how, settings, () -> pool(settings)))
                            .orElse(null);
            return new ConnectionSource(url, settings, unpooled, pool, anchor, reads);
        } catch (SQLException | HikariPool.PoolInitializationException refused) {
            Throwable cause = root(refused);
            throw new DatabaseUnavailable(engine.unavailable(address, cause), cause);
        }
    }

    private static HikariConfig pool(ConnectionSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ormlab");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.poolMillis());
        return config;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Returns the URL of this database. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the engine that serves this database. */
    public Engine engine() {
        return url.engine();
    }

    /** Returns the settings of this database's connections. */
    public ConnectionSettings settings() {
        return settings;
    }

    /**
     * Takes a connection out of the pool.
     *
     * @return a connection with auto-commit off
     * @throws SQLException if the pool has none left, or the database is gone
     */
    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        StoppableStatement.refuseIfStopped("no connection was opened");
        return wrapped(pool.getConnection());
    }

    private Connection wrapped(Connection connection) {
        return PooledConnection.of(connection, engine(), settings.echo(), reads);
    }

    /**
     * Takes a connection that cannot write: to a replica that has every commit of the calling
     * thread, or to the primary if there is no such replica.
     *
     * @return a connection with auto-commit off
     * @throws SQLException if the pool has none left, or the database is gone
     */
    public Connection getReadOnlyConnection() throws SQLException {
        requireOpen();
        StoppableStatement.refuseIfStopped("no connection was opened");
        Optional<Connection> replica = reads == null ? Optional.empty() : reads.connection();
        Connection connection = replica.isPresent() ? replica.get() : pool.getConnection();
        try {
            connection.setReadOnly(true);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
        return PooledConnection.of(connection, engine(), settings.echo(), null);
    }

    /**
     * Returns where the calling thread's last commit is in the primary's log of changes; empty
     * without replicas, and before the first commit.
     *
     * @throws DatabaseUnavailable if the primary has to be asked and does not answer
     */
    public Optional<String> lastCommit() {
        requireOpen();
        try {
            return reads == null ? Optional.empty() : reads.token();
        } catch (SQLException gone) {
            throw new DatabaseUnavailable(engine().unavailable(url.address(), gone), gone);
        }
    }

    /**
     * Returns a listener that makes a read-only session see a commit of another thread or process.
     *
     * @param token from {@link #lastCommit}; any other text is ignored
     */
    public Optional<SessionEventListener> after(String token) {
        return Optional.ofNullable(reads).map(known -> known.after(token));
    }

    /** Returns the URLs of the primary and of the replicas, without their passwords. */
    @Override
    public String toString() {
        return url + (reads == null ? "" : ", replica " + reads);
    }

    /**
     * Returns a source of connections for work on the schema: not pooled, with auto-commit off.
     *
     * <p>On SQLite, foreign keys are not enforced on them: rebuilding a table drops the old one,
     * which would delete the rows that refer to it. Code that changes something runs {@code pragma
     * foreign_key_check} before the commit. A transaction keeps other writers out from its first
     * statement, so that two processes do not both create what they found missing. On PostgreSQL, a
     * statement waits for a lock no longer than a writer on SQLite would.
     *
     * @return a source of connections with auto-commit off
     */
    public DataSource schemaConnections() {
        return new OpenedConnections(this::openForSchema);
    }

    private Connection openForSchema() throws SQLException {
        requireOpen();
        Connection connection = unpooled.getConnection();
        try {
            engine().prepareForSchemaChanges(connection, settings.busyMillis());
            connection.setAutoCommit(false);
            return wrapped(connection);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("This data source always connects as the user of its URL.");
    }

    /**
     * Checks that {@link #close} was not called.
     *
     * @throws OrmlabException if it was
     */
    public void requireOpen() {
        if (pool.isClosed()) {
            throw new OrmlabException(
                    "This database is closed. Open it again: Database.open(…), then models(…).");
        }
    }

    /** Closes all connections; an in-memory database is then gone. */
    @Override
    public void close() {
        pool.close();
        if (reads != null) {
            reads.close();
        }
        if (anchor != null) {
            try {
                anchor.close();
            } catch (SQLException ignored) {
                // The database is in memory, so there is nothing left to save.
            }
        }
    }

    /** Returns how many connections are in use. */
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
