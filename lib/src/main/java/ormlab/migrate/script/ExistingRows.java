package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.internal.text.Shortened;
import ormlab.migrate.compare.Renames;
import ormlab.schema.Column;
import ormlab.schema.Key;
import ormlab.schema.Table;

/** The rows of a table in the database, queried by the future names of its columns. */
final class ExistingRows {
    /** The number of rows that a question names; the others are only counted. */
    private static final int NAMED = 5;

    private static final int LONGEST = 40;

    private final Connection connection;
    private final Table table;
    private final Renames renames;
    private final ScriptEngine scripts;
    private final Engine engine;
    private final String hiddenKey;
    private final Map<String, String> values;

    /**
     * @param table the current table with its future names
     */
    ExistingRows(Connection connection, Table table, Renames renames, ScriptEngine scripts) {
        this(connection, table, renames, scripts, Map.of());
    }

    private ExistingRows(
            Connection connection,
            Table table,
            Renames renames,
            ScriptEngine scripts,
            Map<String, String> values) {
        this.values = values;
        this.scripts = scripts;
        this.connection = connection;
        this.table = table;
        this.renames = renames;
        this.engine = scripts.engine();
        this.hiddenKey = scripts.hiddenKey();
    }

    /**
     * Returns the rows with their future values; without any rows if the database cannot compute
     * the values yet.
     *
     * @param others expressions for columns, which use the future names
     */
    ExistingRows with(Map<String, String> others) {
        return new ExistingRows(connection, table, renames, scripts, others);
    }

    /** Returns a subquery for the table with its future names, under an alias. */
    String as(String alias) {
        String name = engine.quoted(alias);
        String rows = "(select %s from %s) %s".formatted(columns(), oldTable(), name);
        if (values.isEmpty()) {
            return rows;
        }
        String later =
                list(
                        column ->
                                values.getOrDefault(column, engine.quoted(column))
                                        + " as "
                                        + engine.quoted(column));
        return "(select %s from %s) %s".formatted(later, rows, name);
    }

    boolean hasColumns(List<String> names) {
        return names.stream().allMatch(name -> table.column(name).isPresent());
    }

    private String source() {
        return as(table.name().name());
    }

    private String oldTable() {
        return engine.quoted(renames.before(table.name()));
    }

    private String columns() {
        return list(
                name -> {
                    String before = renames.before(table.name(), name);
                    return before.equals(name)
                            ? engine.quoted(name)
                            : engine.quoted(before) + " as " + engine.quoted(name);
                });
    }

    /** Lists the columns, and a hidden one that identifies rows without a key. */
    private String list(UnaryOperator<String> written) {
        Stream<String> key = table.primaryKey().isPresent() ? Stream.empty() : Stream.of(hiddenKey);
        return Stream.concat(key, table.columns().stream().map(Column::name).map(written))
                .collect(Collectors.joining(", "));
    }

    long count(String condition) throws SQLException {
        String query = "select count(*) from " + source() + " where " + condition;
        return rows(query, row -> row.getLong(1)).stream().findFirst().orElse(0L);
    }

    private interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    private <R> List<R> rows(String query, Reading<R> reading) throws SQLException {
        return values.isEmpty()
                ? read(query, reading)
                : scripts.attempt(connection, () -> read(query, reading)).orElse(List.of());
    }

    private <R> List<R> read(String query, Reading<R> reading) throws SQLException {
        List<R> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(reading.of(rows));
            }
        }
        return all;
    }

    /** Describes the rows that meet a condition: {@code id 3 ('susan'), id 7 and 12 more}. */
    String named(String condition, Optional<String> value) throws SQLException {
        Optional<List<String>> primary = table.primaryKey().map(Key::columns);
        List<String> key = primary.orElse(List.of(hiddenKey));
        String columns = primary.map(engine::quoted).orElse(hiddenKey);
        String query =
                "select %s from %s where %s%s limit %d"
                        .formatted(
                                value.map(each -> columns + ", " + each).orElse(columns),
                                source(),
                                condition,
                                primary.isPresent() ? " order by " + columns : "",
                                NAMED);
        List<String> names = rows(query, row -> name(key, row, value.isPresent()));
        long more = count(condition) - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String name(List<String> key, ResultSet row, boolean withValue)
            throws SQLException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            words.add(key.get(i) + ' ' + row.getString(i + 1));
        }
        if (withValue) {
            words.add("(" + shown(row.getString(key.size() + 1)) + ")");
        }
        return String.join(" ", words);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "null" : "'" + Shortened.to(LONGEST + 1, value) + "'";
    }

    /**
     * Returns the groups of rows with the same values in some columns: {@code 'susan' in 3 rows}.
     */
    List<String> duplicates(List<String> columns) throws SQLException {
        String list = engine.quoted(columns);
        String query =
                "select %s, count(*) from %s where %s group by %s having count(*) > 1 order by %s limit %d"
                        .formatted(list, source(), given(columns), list, list, NAMED);
        return rows(
                query,
                row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(shown(row.getString(i)));
                    }
                    return "%s in %d rows"
                            .formatted(String.join(", ", values), row.getLong(columns.size() + 1));
                });
    }

    /** Returns the condition that none of the columns is null. */
    String given(List<String> columns) {
        return columns.stream()
                .map(column -> engine.quoted(column) + " is not null")
                .collect(Collectors.joining(" and "));
    }
}
