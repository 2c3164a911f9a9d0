package ormlab.config;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Begins and ends the transactions of one SQLite connection.
 *
 * <p>The driver would begin with the first statement and hold a snapshot from then on. A later
 * write then fails at once when anybody else wrote in between, and no waiting helps. So reads run
 * by themselves, each seeing what is committed (as on PostgreSQL in its default mode), and the
 * first statement that writes begins the transaction with {@code BEGIN IMMEDIATE}, which waits for
 * its turn.
 */
final class SqliteTransaction {
    private final Connection connection;
    private final WriteLock writeLock;
    private final boolean exclusive;
    private boolean autoCommit;
    private boolean open;

    /**
     * Begins with no transaction.
     *
     * @param exclusive whether a transaction begins with its first statement even if that only
     *     reads, so that what it read is still true when it writes
     */
    SqliteTransaction(Connection connection, WriteLock writeLock, boolean exclusive) {
        this.connection = connection;
        this.writeLock = writeLock;
        this.exclusive = exclusive;
    }

    boolean isExclusive() {
        return exclusive;
    }

    boolean isOpen() {
        return open;
    }

    /** Called before each statement that may write, and before each one that reads if exclusive. */
    void beforeStatement() throws SQLException {
        if (!autoCommit) {
            beginWrite();
        }
    }

    void beginWrite() throws SQLException {
        if (open) {
            return;
        }
        writeLock.acquire();
        try {
            execute("begin immediate");
            open = true;
        } finally {
            if (!open) {
                writeLock.release();
            }
        }
    }

    /** Commits or rolls back; does nothing when nothing was begun. */
    void end(String how) throws SQLException {
        if (!open) {
            return;
        }
        try {
            execute(how.toLowerCase(Locale.ROOT));
            open = false;
        } catch (SQLException refused) {
            open = how.equals("commit");
            // A full disk makes SQLite roll back by itself, and then there is nothing to do.
            if (open
                    || !String.valueOf(refused.getMessage()).contains("no transaction is active")) {
                throw refused;
            }
        } finally {
            if (!open) {
                writeLock.release();
            }
        }
    }

    Object handle(Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit":
                return autoCommit;
            case "setAutoCommit":
                if ((boolean) args[0] && !autoCommit) {
                    end("commit");
                }
                autoCommit = (boolean) args[0];
                return null;
            default: // a savepoint lies within a transaction
                beginWrite();
                return PooledConnection.call(connection, method, args);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
