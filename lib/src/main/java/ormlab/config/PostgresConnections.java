package ormlab.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import ormlab.dialect.DialectSettings;

/** Opens PostgreSQL connections and runs the hooks on each new one. */
final class PostgresConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionSettings settings;

    PostgresConnections(DatabaseUrl url, ConnectionSettings settings) {
        this.settings = settings;
        setURL(url.jdbcUrl().orElseThrow());
        url.user().ifPresent(this::setUser);
        url.password().ifPresent(this::setPassword);
        // Sends the rows of a JDBC batch in few INSERT statements.
        setReWriteBatchedInserts(true);
    }

    /** PostgreSQL numbers a transaction at its first change. */
    static boolean hasWritten(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery("select txid_current_if_assigned()")) {
            return number.next() && number.getObject(1) != null;
        }
    }

    /** The one way in: the driver's method without a user calls this one. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Connection connection = super.getConnection(username, password);
        for (String statement : DialectSettings.connectionStatements(getURL())) {
            ConnectionHook.sql(statement).connected(connection);
        }
        return settings.setUp(connection);
    }
}
