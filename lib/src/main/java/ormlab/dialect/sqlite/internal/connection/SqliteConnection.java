package ormlab.dialect.sqlite.internal.connection;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that becomes a writer with its first statement that writes.
 *
 * <p>The driver would begin a transaction at the first statement and hold a snapshot from then on.
 * If another connection wrote in between, a later write would fail at once, without waiting. So
 * reads run outside of a transaction, and each sees what is committed (as on PostgreSQL in its
 * default mode). The first statement that writes sends {@code BEGIN IMMEDIATE}, which waits for its
 * turn.
 */
public final class SqliteConnection extends JDBC4Connection {
    /**
     * Ends a query that takes the write lock, because SQLite cannot lock rows: until the commit, no
     * other connection changes what it reads.
     */
    public static final String LOCKS = " /* for update */";

    /** SQLite's own code for a file that was moved or deleted while it was open. */
    private static final int SQLITE_READONLY_DBMOVED = 1032;

    private final WriteLock writeLock;
    private final @Nullable Path path;
    private final Optional<Object> identity;
    // The driver's constructor already sends statements, while these two must be false.
    private boolean manualCommit;
    private boolean open;
    private boolean exclusive;
    private boolean readOnly;

    SqliteConnection(
            String url, String file, Properties settings, WriteLock writeLock, Optional<Path> path)
            throws SQLException {
        super(url, file, settings);
        this.writeLock = writeLock;
        this.path = path.orElse(null);
        try {
            this.identity = path.isPresent() ? SqliteFile.identity(path.get()) : Optional.empty();
        } catch (IOException gone) {
            throw moved();
        }
    }

    /** With a write-ahead log, SQLite would keep writing to a file that no longer has a name. */
    private void requireFile() throws SQLException {
        if (path == null) {
            return;
        }
        try {
            if (!SqliteFile.identity(path).equals(identity)) {
                throw moved();
            }
        } catch (IOException gone) {
            throw moved();
        }
    }

    private static SQLException moved() {
        return new SQLException(
                "The database file was deleted or replaced after it was opened; nothing was"
                        + " written. Put it back, or open the database again: Database.open(…).",
                "HY000",
                SQLITE_READONLY_DBMOVED);
    }

    /**
     * Stops enforcing foreign keys and makes a transaction begin with its first statement, even if
     * that only reads: what it reads is then still true when it writes.
     */
    public void prepareForSchemaChanges() throws SQLException {
        send("pragma foreign_keys = off");
        exclusive = true;
    }

    /** Counts the statements in some SQL; comments and empty statements do not count. */
    public static int countStatements(String sql) {
        return WriteDetection.countStatements(sql);
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Makes SQLite reject every statement that writes, until called with false. */
    @Override
    public void setReadOnly(boolean only) throws SQLException {
        if (readOnly != only) {
            send("pragma query_only = " + (only ? "on" : "off"));
            readOnly = only;
        }
    }

    /** Returns whether a transaction has begun. */
    public boolean inTransaction() {
        return open;
    }

    /** Begins a transaction that writes, unless one has begun. */
    public void beginWrite() throws SQLException {
        if (open) {
            return;
        }
        writeLock.acquire();
        try {
            requireFile();
            send("begin immediate");
            open = true;
        } finally {
            if (!open) {
                writeLock.release();
            }
        }
    }

    /** Called before a statement is executed. */
    void beforeExecution(boolean writes) throws SQLException {
        if (manualCommit && !readOnly && (writes || exclusive)) {
            beginWrite();
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        return new SqliteStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(
            String sql, int type, int concurrency, int holdability) throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        return new SqlitePreparedStatement(this, sql);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        checkOpen();
        return !manualCommit;
    }

    @Override
    public void setAutoCommit(boolean automatic) throws SQLException {
        checkOpen();
        if (automatic) {
            commit();
        }
        manualCommit = !automatic;
    }

    @Override
    public void commit() throws SQLException {
        end("commit", true);
    }

    @Override
    public void rollback() throws SQLException {
        end("rollback", false);
    }

    private void end(String statement, boolean openIfRefused) throws SQLException {
        checkOpen();
        if (!open) {
            return;
        }
        try {
            send(statement);
            open = false;
        } catch (SQLException refused) {
            // When the disk is full, SQLite has already rolled back, so there is nothing to end.
            open = openIfRefused;
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

    /** A savepoint is part of a transaction. */
    @Override
    public Savepoint setSavepoint() throws SQLException {
        beginWrite();
        return super.setSavepoint();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        beginWrite();
        return super.setSavepoint(name);
    }

    @Override
    public void close() throws SQLException {
        boolean writing = open;
        open = false;
        try {
            super.close();
        } finally {
            if (writing) {
                writeLock.release();
            }
        }
    }

    private void send(String sql) throws SQLException {
        getDatabase().exec(sql, false);
    }
}
