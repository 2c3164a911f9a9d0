package ormlab.dialect.sqlite.internal.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4Statement;

/**
 * A statement that lets its connection begin a transaction; the driver's other methods call these.
 */
final class SqliteStatement extends JDBC4Statement {
    private final SqliteConnection connection;

    SqliteStatement(SqliteConnection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        connection.beforeExecution(WriteDetection.writes(sql));
        return super.execute(sql);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        connection.beforeExecution(WriteDetection.writes(sql));
        return super.executeQuery(sql);
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        connection.beforeExecution(WriteDetection.writes(sql));
        return super.executeLargeUpdate(sql);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        connection.beforeExecution(true);
        return super.executeLargeBatch();
    }
}
