package ormlab.config;

import java.sql.SQLException;

/**
 * What a connection of this library can do beyond JDBC: {@code
 * connection.unwrap(Transactional.class)}.
 */
public interface Transactional {
    /**
     * Begins the transaction as one that writes, now and not at the first statement that does.
     *
     * <p>On SQLite this takes the write lock ({@code BEGIN IMMEDIATE}), so that what is read
     * afterwards is still true when it is written back. On PostgreSQL it does nothing: there, lock
     * the rows you read.
     *
     * @throws SQLException when another writer does not end in time
     */
    void beginWrite() throws SQLException;

    /**
     * Returns whether the transaction has changed anything.
     *
     * @return true when a rollback would take something back
     * @throws SQLException when the database cannot be asked
     */
    boolean hasWritten() throws SQLException;
}
