package ormlab.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import ormlab.dialect.ConnectionOptions;
import ormlab.dialect.DatabaseAddress;

/** Opens and sets up PostgreSQL connections. */
final class PostgresConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionOptions options;
    private final transient List<String> statements;

    PostgresConnections(
            DatabaseAddress address, ConnectionOptions options, List<String> statements) {
        this.options = options;
        this.statements = statements;
        setURL(address.jdbcUrl().orElseThrow());
        address.properties().forEach(this::set);
        if (getServerNames().length > 1) {
            findServer(address.jdbcUrl().orElseThrow());
        }
        // Sends the rows of a JDBC batch in few INSERT statements.
        setReWriteBatchedInserts(true);
    }

    /** Connects to the host that accepts writes, which may be another one after a failover. */
    private void findServer(String jdbcUrl) {
        if (!jdbcUrl.contains("targetServerType=")) {
            setTargetServerType(options.replica() ? "preferSecondary" : "primary");
        }
        if (!jdbcUrl.contains("loadBalanceHosts=")) {
            setLoadBalanceHosts(options.replica());
        }
        if (!jdbcUrl.contains("hostRecheckSeconds=")) {
            setHostRecheckSeconds(1);
        }
    }

    private void set(String property, String value) {
        try {
            setProperty(property, value);
        } catch (SQLException unknown) {
            throw new IllegalArgumentException(property, unknown);
        }
    }

    /** PostgreSQL assigns a transaction its id at the first change. */
    static boolean hasWritten(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery("select txid_current_if_assigned()")) {
            return number.next() && number.getObject(1) != null;
        }
    }

    /** The driver's method without a user calls this one. */
    @Override
    public Connection getConnection(@Nullable String username, @Nullable String password)
            throws SQLException {
        Connection connection = super.getConnection(username, password);
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        options.setup().accept(connection);
        return connection;
    }
}
