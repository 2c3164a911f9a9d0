package ormlab.config;

import java.sql.SQLException;

/**
 * What connections of this library can do beyond JDBC: {@code
 * connection.unwrap(Transactional.class)}.
 */
public interface Transactional {
    /**
     * Begins a transaction that writes now, and not only at its first statement that writes.
     *
     * <p>On SQLite this takes the write lock ({@code BEGIN IMMEDIATE}), so that what you read is
     * still true when you write it back. On PostgreSQL it does nothing; lock the rows you read
     * instead.
     *
     * @throws SQLException if another writer does not finish in time
     */
    void beginWrite() throws SQLException;

    /**
     * Returns whether the transaction has changed anything that a rollback would undo.
     *
     * @throws SQLException if the database cannot be asked
     */
    boolean hasWritten() throws SQLException;
}
