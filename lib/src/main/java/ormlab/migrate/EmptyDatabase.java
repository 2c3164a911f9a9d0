package ormlab.migrate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import ormlab.config.ConnectionSource;
import ormlab.config.DatabaseUrl;

/** A database of the same kind without tables, for as long as it is open. */
final class EmptyDatabase implements AutoCloseable {
    private static final String SCHEMA = "ormlab_empty";

    private final Connection connection;
    private final boolean own;

    private EmptyDatabase(Connection connection, boolean own) {
        this.connection = connection;
        this.own = own;
    }

    /** Opens one; on PostgreSQL it is a schema that a rollback of the connection removes. */
    static EmptyDatabase beside(Connection connection, ConnectionSource source)
            throws SQLException {
        if (source.url().kind() == DatabaseUrl.Kind.SQLITE) {
            return new EmptyDatabase(DriverManager.getConnection("jdbc:sqlite::memory:"), true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema " + SCHEMA);
            statement.execute("set local search_path = " + SCHEMA);
        }
        return new EmptyDatabase(connection, false);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (own) {
            connection.close();
        }
    }
}
