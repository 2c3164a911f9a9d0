package ormlab.dialect.sqlite.internal.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A statement that lets its connection begin a transaction; the driver's other methods call these.
 */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {
    private final SqliteConnection connection;
    private final boolean writes;

    SqlitePreparedStatement(SqliteConnection connection, String sql) throws SQLException {
        super(connection, sql);
        this.connection = connection;
        this.writes = WriteDetection.writes(sql);
    }

    @Override
    public boolean execute() throws SQLException {
        connection.beforeExecution(writes);
        return super.execute();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        connection.beforeExecution(writes);
        return super.executeQuery();
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        connection.beforeExecution(writes);
        return super.executeLargeUpdate();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        connection.beforeExecution(writes);
        return super.executeLargeBatch();
    }
}
