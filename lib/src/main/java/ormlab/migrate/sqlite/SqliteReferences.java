package ormlab.migrate.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ormlab.dialect.Engine;
import ormlab.migrate.internal.engine.BrokenReference;

/** Finds the rows of a SQLite database whose foreign keys refer to no row. */
final class SqliteReferences {
    private static final Engine ENGINE = Engine.of("jdbc:sqlite:");

    private static final String TABLES =
            "select name from sqlite_master where type = 'table' order by name";

    /** Lists broken references; a row of a table without row ids has no id here. */
    private static final String BROKEN =
            "select distinct fkid, parent, rowid is null from pragma_foreign_key_check(?)";

    private static final String COLUMNS =
            "select \"from\" from pragma_foreign_key_list(?) where id = cast(? as integer) order by seq";

    private static final String ROWS =
            "select %s, count(*) from pragma_foreign_key_check(?) broken left join %s referring on"
                    + " referring._rowid_ = broken.rowid where broken.fkid = cast(? as integer) group by 1";

    private static final String COUNT =
            "select '', count(*) from pragma_foreign_key_check(?) where fkid = cast(? as integer)";

    private final Connection connection;
    private final Map<BrokenReference, Integer> found = new LinkedHashMap<>();

    private SqliteReferences(Connection connection) {
        this.connection = connection;
    }

    static Map<BrokenReference, Integer> broken(Connection connection) throws SQLException {
        SqliteReferences references = new SqliteReferences(connection);
        for (List<String> table : references.rows(TABLES)) {
            references.search(table.get(0));
        }
        return references.found;
    }

    private void search(String table) throws SQLException {
        List<List<String>> keys;
        try {
            keys = rows(BROKEN, table);
        } catch (SQLException mismatch) {
            // SQLite cannot check a foreign key to columns that are not unique.
            found.put(BrokenReference.unchecked(table, String.valueOf(mismatch.getMessage())), 1);
            return;
        }
        for (List<String> key : keys) {
            count(table, key.get(0), key.get(1), key.get(2).equals("0"));
        }
    }

    private void count(String table, String key, String target, boolean hasRowIds)
            throws SQLException {
        List<String> columns =
                rows(COLUMNS, table, key).stream().map(column -> column.get(0)).toList();
        String values =
                columns.stream()
                        .map(column -> "quote(referring." + ENGINE.quoted(column) + ")")
                        .collect(Collectors.joining(" || ', ' || "));
        String query = hasRowIds ? ROWS.formatted(values, ENGINE.quoted(table)) : COUNT;
        for (List<String> row : rows(query, table, key)) {
            found.merge(
                    new BrokenReference(
                            table, target, String.join(", ", columns), String.valueOf(row.get(0))),
                    Integer.parseInt(row.get(1)),
                    Integer::sum);
        }
    }

    private List<List<String>> rows(String query, String... binds) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < binds.length; i++) {
                statement.setString(i + 1, binds[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
