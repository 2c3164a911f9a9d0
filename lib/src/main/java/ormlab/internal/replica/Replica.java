package ormlab.internal.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Replication;

/**
 * A server to read from. If it goes down, it is used again once it is back.
 *
 * <p>Only the requests that notice the failure wait for it: while the server is down, a separate
 * thread checks whether it is back.
 */
final class Replica implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("ormlab.replica");

    /** How long a request waits for this server before the primary serves it. */
    private static final int PATIENCE_MILLIS = 1_000;

    private static final long LOOK_EVERY_MILLIS = 500;

    private final String shown;
    private final Replication replication;
    private final DataSource unpooled;
    private final HikariDataSource pool;
    private @Nullable Thread looking;

    Replica(String shown, Replication replication, DataSource unpooled, HikariConfig config) {
        this.shown = shown;
        this.replication = replication;
        this.unpooled = unpooled;
        config.setDataSource(unpooled);
        config.setPoolName("ormlab replica");
        config.setConnectionTimeout(Math.min(PATIENCE_MILLIS, config.getConnectionTimeout()));
        config.setInitializationFailTimeout(-1); // a program can start while a replica is down
        this.pool = new HikariDataSource(config);
    }

    /** Returns a connection that sees every commit up to a position, or empty. */
    Optional<Connection> connection(String position) {
        if (isGone()) {
            return Optional.empty();
        }
        try {
            Connection connection = pool.getConnection();
            try {
                if (hasReached(connection, position)) {
                    return Optional.of(connection);
                }
            } catch (SQLException lost) {
                connection.close();
                throw lost;
            }
            connection.close();
        } catch (SQLException failed) {
            // An error without a cause means that all connections are in use.
            if (failed.getCause() != null || failed.getSQLState() != null) {
                gone(failed);
            }
        }
        return Optional.empty();
    }

    /**
     * Asks outside of the transaction, because otherwise the snapshot would be older than the
     * answer.
     */
    private boolean hasReached(Connection connection, String position) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        connection.setAutoCommit(true);
        boolean reached = replication.hasReached(connection, position);
        connection.setAutoCommit(false);
        connection.setNetworkTimeout(Runnable::run, usual);
        return reached;
    }

    private synchronized boolean isGone() {
        return looking != null;
    }

    private synchronized void gone(SQLException why) {
        if (looking != null || pool.isClosed()) {
            return;
        }
        LOG.log(
                Level.WARNING,
                "The replica {0} does not answer ({1}). The primary serves its reads until it is back.",
                new Object[] {shown, reason(why)});
        pool.getHikariPoolMXBean().softEvictConnections();
        looking = new Thread(this::look, "ormlab replica");
        looking.setDaemon(true);
        looking.start();
    }

    private static String reason(SQLException why) {
        Throwable cause = why;
        while (cause.getCause() instanceof SQLException deeper) {
            cause = deeper;
        }
        return String.valueOf(cause.getMessage());
    }

    private void look() {
        try {
            while (!answers()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            back();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Connection connection = unpooled.getConnection()) {
            replication.hasReached(connection, replication.start());
            return true;
        } catch (SQLException stillGone) {
            return false;
        }
    }

    private synchronized void back() {
        if (!pool.isClosed()) {
            looking = null;
            LOG.log(Level.INFO, "The replica {0} answers again and serves reads.", shown);
        }
    }

    @Override
    public synchronized void close() {
        pool.close();
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public String toString() {
        return shown;
    }
}
