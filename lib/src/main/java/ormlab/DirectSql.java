package ormlab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import ormlab.config.ConnectionSource;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.picture.Rows;
import ormlab.trace.SqlText;

/** Runs SQL on a connection outside of any session. */
final class DirectSql {
    private final ConnectionSource source;
    private final BiFunction<SQLException, String, String> words;

    /** Uses {@code words} to explain a driver's error about a statement. */
    DirectSql(ConnectionSource source, BiFunction<SQLException, String, String> words) {
        this.source = source;
        this.words = words;
    }

    /** Work on a connection. */
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    <R> R run(String purpose, String sql, Work<R> work) {
        try (Connection connection = source.getConnection()) {
            R result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException refused) {
            throw ShortTrace.of(
                    new OrmlabException(
                            "Could not " + purpose + ": " + words.apply(refused, sql), refused));
        }
    }

    Rows rows(String sql, Object... binds) {
        if (!SqlText.isQuery(sql)) {
            throw new OrmlabException(
                    "rows(…) only reads, and '" + sql + "' is no query. Write through a session.");
        }
        return run(
                "run '" + sql + "'",
                sql,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < binds.length; i++) {
                            statement.setObject(i + 1, binds[i]);
                        }
                        try (ResultSet result = statement.executeQuery()) {
                            return read(result);
                        }
                    }
                });
    }

    private static Rows read(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(result.getObject(i));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }
}
