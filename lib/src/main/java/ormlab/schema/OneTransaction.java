package ormlab.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs statements so that either all of them take effect or none. */
final class OneTransaction {
    private final Connection connection;

    private OneTransaction(Connection connection) {
        this.connection = connection;
    }

    /** The work to do. */
    interface Work {
        void run(OneTransaction statements) throws SQLException;
    }

    /** Joins a transaction that is already open; whoever opened it must end it. */
    static void run(Connection connection, Work work) throws SQLException {
        OneTransaction statements = new OneTransaction(connection);
        if (!connection.getAutoCommit()) {
            work.run(statements);
            return;
        }
        connection.setAutoCommit(false);
        try {
            work.run(statements);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void rollback(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    void executeAll(List<String> statements) throws SQLException {
        for (String sql : statements) {
            execute(sql);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
