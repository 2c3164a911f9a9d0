package ormlab.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens PostgreSQL connections and runs the hooks on each new one. */
final class PostgresConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient List<? extends Consumer<Connection>> onConnect;

    PostgresConnections(DatabaseUrl url, List<? extends Consumer<Connection>> onConnect) {
        this.onConnect = onConnect;
        setURL(url.jdbcUrl().orElseThrow());
        url.user().ifPresent(this::setUser);
        url.password().ifPresent(this::setPassword);
        // Sends the rows of a JDBC batch in few INSERT statements.
        setReWriteBatchedInserts(true);
    }

    /** The one way in: the driver's method without a user calls this one. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Connection connection = super.getConnection(username, password);
        try {
            onConnect.forEach(hook -> hook.accept(connection));
            return connection;
        } catch (RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }
}
