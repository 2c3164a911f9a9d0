package ormlab.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Sets up each new connection before it is used. */
@FunctionalInterface
public interface ConnectionHook {
    /**
     * Sets up a connection.
     *
     * @param connection the new connection; do not close it
     * @throws SQLException if the database rejects a statement; the connection is then closed
     */
    void connected(Connection connection) throws SQLException;

    /** Returns a hook that runs one statement, such as {@code pragma cache_size = -20000}. */
    static ConnectionHook sql(String statement) {
        return connection -> {
            try (Statement running = connection.createStatement()) {
                running.execute(statement);
            }
        };
    }
}
