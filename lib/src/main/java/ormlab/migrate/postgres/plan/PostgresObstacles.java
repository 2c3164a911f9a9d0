package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ormlab.migrate.compare.ColumnChange.ChangedCollation;
import ormlab.migrate.compare.ColumnChange.ChangedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.compare.TableChange.ChangedOptions;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.script.Question;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Finds what no script can change: views that read something to be dropped, and the options of
 * tables.
 */
final class PostgresObstacles {
    private static final String READING =
            """
            select distinct v.relname from pg_depend d
            join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
            left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
              and d.refobjid = ?::regclass and v.oid <> d.refobjid and (? = '' or a.attname = ?)
            order by 1
            """;

    private final Connection connection;
    private final SchemaDiff diff;
    private final Renames renames;
    private final List<Question> obstacles = new ArrayList<>();

    PostgresObstacles(Connection connection, SchemaDiff diff) {
        this.connection = connection;
        this.diff = diff;
        this.renames = diff.renames();
    }

    List<Question> find() throws SQLException {
        for (Table removed : diff.difference().removed()) {
            readers(removed.name(), "", removed.name().toString());
        }
        for (TableDifference table : diff.difference().tables()) {
            TableName name = table.after().name();
            for (RemovedColumn removed : table.changes(RemovedColumn.class)) {
                readers(name, renames.before(name, removed.name()), name + "." + removed.name());
            }
            for (ChangedOptions changed : table.changes(ChangedOptions.class)) {
                ask(
                        "How '%s' is kept (%s) cannot be changed to (%s). Write this migration by hand."
                                .formatted(
                                        name,
                                        changed.before().options(),
                                        changed.after().options()));
            }
            viewsOfRenamed(table);
        }
        return obstacles;
    }

    private void ask(String words) {
        obstacles.add(Question.of(words));
    }

    private void readers(TableName table, String column, String what) throws SQLException {
        for (String view : viewsReading(renames.before(table), column)) {
            ask(
                    "After this migration view '%s' could no longer be read (it reads %s). Drop or change it first."
                            .formatted(view, what));
        }
    }

    /**
     * If a type changes, a view must be dropped and created again, but its text contains the old
     * names.
     */
    private void viewsOfRenamed(TableDifference table) throws SQLException {
        TableName name = table.after().name();
        TableName now = renames.before(name);
        boolean renamed =
                !now.equals(name)
                        || renames.columns().stream()
                                .anyMatch(column -> column.subject().equals(name));
        boolean retyped =
                table.changes(ChangedColumn.class).stream()
                        .anyMatch(
                                change ->
                                        change instanceof ChangedType
                                                || change instanceof ChangedCollation
                                                || change instanceof ChangedGenerated);
        if (renamed && retyped) {
            for (String view : viewsReading(now, "")) {
                ask(
                        "View '%s' reads %s, where this migration both renames a column and changes a type. Write two migrations, the rename first."
                                .formatted(view, now));
            }
        }
    }

    /**
     * Returns the views that read a table or a column, by their current names.
     *
     * @param column empty for the whole table
     */
    private List<String> viewsReading(TableName table, String column) throws SQLException {
        List<String> views = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READING)) {
            statement.setString(1, PostgresSql.quoted(table));
            statement.setString(2, column);
            statement.setString(3, column);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    views.add(rows.getString(1));
                }
            }
        }
        return views;
    }
}
