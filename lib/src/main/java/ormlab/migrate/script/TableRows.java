package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Asks the rows of a table that stands, by the names that it will have. */
final class TableRows {
    /** So many rows are named; of the others their number is. */
    private static final int NAMED = 5;

    private static final int LONGEST = 40;

    private final Connection connection;
    private final Table table;
    private final Renames renames;
    private final boolean sqlite;

    /**
     * @param table the table as it stands, under the names to be
     */
    TableRows(Connection connection, Table table, Renames renames, boolean sqlite) {
        this.connection = connection;
        this.table = table;
        this.renames = renames;
        this.sqlite = sqlite;
    }

    TableName name() {
        return table.name();
    }

    private String quoted(String name) {
        return Identifiers.quoted(name, sqlite);
    }

    /** The table with its future names, as a thing to select from. */
    String source() {
        String columns =
                table.columns().stream().map(this::renamed).collect(Collectors.joining(", "));
        return "(select "
                + columns
                + " from "
                + Identifiers.quoted(renames.before(table.name()), sqlite)
                + ") "
                + quoted(table.name().name());
    }

    private String renamed(Column column) {
        String before = renames.before(table.name(), column.name());
        return before.equals(column.name())
                ? quoted(before)
                : quoted(before) + " as " + quoted(column.name());
    }

    long count(String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select count(*) from " + source() + " where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How the rows of a condition are called: {@code id 3 ('susan'), id 7 and 12 more}. */
    String named(String condition, Optional<String> value) throws SQLException {
        List<String> key = table.primaryKey().map(Key::columns).orElseGet(() -> hiddenKey());
        String columns = key.stream().map(this::keyColumn).collect(Collectors.joining(", "));
        String all = value.map(each -> columns + ", " + each).orElse(columns);
        String order = key.equals(hiddenKey()) ? "" : " order by " + columns;
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select "
                                        + all
                                        + " from "
                                        + (key.equals(hiddenKey()) ? plain() : source())
                                        + " where "
                                        + condition
                                        + order
                                        + " limit "
                                        + NAMED)) {
            while (rows.next()) {
                names.add(name(key, rows, value.isPresent()));
            }
        }
        long more = count(condition) - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }

    private String plain() {
        return Identifiers.quoted(renames.before(table.name()), sqlite);
    }

    /** A table without a key still has a place for each row. */
    private List<String> hiddenKey() {
        return List.of(sqlite ? "rowid" : "ctid");
    }

    private String keyColumn(String column) {
        return column.equals("rowid") || column.equals("ctid") ? column : quoted(column);
    }

    private static String name(List<String> key, ResultSet row, boolean withValue)
            throws SQLException {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            name.append(i == 0 ? "" : " ")
                    .append(key.get(i))
                    .append(' ')
                    .append(row.getString(i + 1));
        }
        if (withValue) {
            name.append(" (").append(shown(row.getString(key.size() + 1))).append(')');
        }
        return name.toString();
    }

    static String shown(String value) {
        return value == null
                ? "null"
                : "'"
                        + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value)
                        + "'";
    }

    /** Groups of rows that are alike in some columns: {@code 'susan' in 3 rows}. */
    List<String> duplicates(List<String> columns) throws SQLException {
        String list = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
        String given =
                columns.stream()
                        .map(column -> quoted(column) + " is not null")
                        .collect(Collectors.joining(" and "));
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select "
                                        + list
                                        + ", count(*) from "
                                        + source()
                                        + " where "
                                        + given
                                        + " group by "
                                        + list
                                        + " having count(*) > 1 order by "
                                        + list
                                        + " limit "
                                        + NAMED)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(shown(rows.getString(i)));
                }
                found.add(
                        String.join(", ", values)
                                + " in "
                                + rows.getLong(columns.size() + 1)
                                + " rows");
            }
        }
        return found;
    }
}
