package ormlab.migrate.sqlite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.internal.sql.TableParser;
import ormlab.migrate.script.Fills;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Rebuilds a table: creates the wanted one under another name, copies the rows, drops the old one
 * and renames the new one.
 *
 * <p>Other tables' foreign keys refer to the table by name, so they are valid again after the
 * rename.
 */
final class SqliteRebuild {
    private final Table now;
    private final Table wanted;
    private final Fills fills;
    private final String temporary;
    private final String comment;

    SqliteRebuild(TableDifference table, Transition transition) {
        this.now = table.before();
        this.wanted = table.after();
        this.fills = transition.fills();
        this.temporary = freeName("new_" + wanted.name().name(), transition.before());
        List<Change> changes =
                table.changes().stream().filter(change -> !SqliteAlter.isOfIndex(change)).toList();
        this.comment =
                "%s\n'%s' is rebuilt, and its rows are copied."
                        .formatted(transition.comment(changes), wanted.name());
    }

    private static String freeName(String name, DatabaseSchema before) {
        String free = name;
        while (before.table(TableName.of(free)).isPresent()) {
            free += "_";
        }
        return free;
    }

    List<Step> steps() {
        String name = SqliteSql.quoted(now.name());
        String other = SqliteSql.quoted(temporary);
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        comment,
                        TableParser.renamed(wanted.createSql(), temporary, SqliteScripts.ENGINE)));
        copy(name, other).ifPresent(sql -> steps.add(new Step("", sql)));
        if (isCounted(now) && isCounted(wanted)) {
            steps.addAll(keepNextId());
        }
        steps.add(new Step("", "drop table " + name));
        steps.add(
                new Step(
                        "",
                        "alter table " + other + " rename to " + SqliteSql.quoted(wanted.name())));
        return steps;
    }

    private List<Step> keepNextId() {
        String from = Identifiers.string(now.name().name());
        String to = Identifiers.string(temporary);
        return List.of(
                new Step(
                        "The next id stays what it was.",
                        "delete from sqlite_sequence where name = " + to),
                new Step(
                        "",
                        "insert into sqlite_sequence (name, seq) select %s, seq from sqlite_sequence where name = %s"
                                .formatted(to, from)));
    }

    private static boolean isCounted(Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.identity() == Column.Identity.AUTOINCREMENT);
    }

    private Optional<String> copy(String name, String other) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Optional<String> value =
                    column.generated().isPresent() ? Optional.empty() : value(column);
            if (value.isPresent()) {
                columns.add(SqliteSql.quoted(column.name()));
                values.add(value.get());
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "insert into %s (%s)\nselect %s from %s"
                                .formatted(
                                        other,
                                        String.join(", ", columns),
                                        String.join(", ", values),
                                        name));
    }

    /** Returns the value that a row gets; empty to use the column's default or a generated id. */
    private Optional<String> value(Column column) {
        Optional<String> fill = fills.value(wanted.name(), column);
        Optional<Column> was = now.column(column.name());
        if (was.isEmpty()) {
            return fill;
        }
        String value =
                fills.converted(wanted.name(), was.get(), column)
                        .orElse(SqliteSql.quoted(was.get().name()));
        boolean mayBeNull = was.get().nullable() && !column.nullable() && fill.isPresent();
        return Optional.of(mayBeNull ? "coalesce(" + value + ", " + fill.get() + ")" : value);
    }
}
