package ormlab.migrate.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ormlab.schema.SqlFragment;
import ormlab.schema.TableName;

/** PostgreSQL's catalog of some schemas, which may appear under other names. */
final class PostgresCatalog {
    private final Connection connection;
    private final Map<String, String> labels;

    /**
     * @param labels the name for each schema; empty for the one that is searched first
     */
    PostgresCatalog(Connection connection, Map<String, String> labels) {
        this.connection = connection;
        this.labels = labels;
    }

    /** Handles one row of a result. */
    interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    /** Runs a query with the names of the schemas as its only bind parameter. */
    void ask(String sql, EachRow each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", labels.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    /** Reads one row of a result. */
    interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    /** Runs a query as {@link #ask} does, and returns what was read from each row. */
    <R> List<R> list(String sql, Reading<R> reading) throws SQLException {
        List<R> all = new ArrayList<>();
        ask(sql, row -> all.add(reading.of(row)));
        return all;
    }

    TableName name(String schema, String name) {
        return new TableName(labels.getOrDefault(schema, schema), name);
    }

    /** Returns text from the catalog, with schemas under their labels. */
    String labelled(String sql) {
        String text = sql;
        for (Map.Entry<String, String> each : labels.entrySet()) {
            if (!each.getValue().isEmpty() && !each.getKey().equals(each.getValue())) {
                text =
                        text.replace(
                                PostgresMigrations.ENGINE.quoted(each.getKey()) + ".",
                                PostgresMigrations.ENGINE.quoted(each.getValue()) + ".");
            }
        }
        return text;
    }

    /** Returns an expression from the catalog. */
    SqlFragment fragment(String sql) {
        String text = labelled(sql);
        return new SqlFragment(text, text);
    }

    /** Returns the strings in an array, which may be null. */
    List<String> texts(@Nullable Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object each : (Object[]) array.getArray()) {
                texts.add(labelled(String.valueOf(each)));
            }
        }
        return texts;
    }
}
