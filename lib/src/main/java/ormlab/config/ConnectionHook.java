package ormlab.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Sets up each new connection before it is used. */
@FunctionalInterface
public interface ConnectionHook {
    /**
     * Sets a connection up.
     *
     * @param connection the new connection; stays open
     * @throws SQLException when the database refuses; the connection is given up then
     */
    void connected(Connection connection) throws SQLException;

    /**
     * Makes a hook of one statement, such as {@code pragma cache_size = -20000}.
     *
     * @param statement the SQL to run on each new connection
     */
    static ConnectionHook sql(String statement) {
        return connection -> {
            try (Statement running = connection.createStatement()) {
                running.execute(statement);
            }
        };
    }
}
