package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sql.Identifiers;
import ormlab.migrate.sql.TableParser;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Makes a table of SQLite anew: the wanted table under another name, the rows copied, the old one
 * dropped, the new one renamed.
 *
 * <p>Foreign keys of other tables name the table and not its place, so they hold again once the
 * name does.
 */
final class SqliteRebuild {
    private final Table now;
    private final Table wanted;
    private final List<Change> changes;
    private final Fills fills;
    private final String temporary;

    SqliteRebuild(TableDifference table, DatabaseSchema before, Fills fills) {
        this.now = table.before();
        this.wanted = table.after();
        this.changes =
                table.changes().stream()
                        .filter(
                                change ->
                                        !(change instanceof Change.AddedIndex
                                                || change instanceof Change.RemovedIndex
                                                || change instanceof Change.ChangedIndex))
                        .toList();
        this.fills = fills;
        this.temporary = freeName("new_" + wanted.name().name(), before);
    }

    private static String freeName(String name, DatabaseSchema before) {
        String free = name;
        while (before.table(TableName.of(free)).isPresent()) {
            free += "_";
        }
        return free;
    }

    List<Step> steps() {
        String name = Identifiers.quoted(now.name(), true);
        String other = Identifiers.quoted(temporary, true);
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step(
                        Comments.of(changes)
                                + "\nSQLite cannot do this in place: '"
                                + wanted.name()
                                + "' is made anew and its rows are copied.",
                        TableParser.renamed(wanted.createSql(), temporary)));
        copy(name, other).forEach(sql -> steps.add(new Step("", sql)));
        if (isCounted(now) && isCounted(wanted)) {
            String from = Identifiers.string(now.name().name());
            String to = Identifiers.string(temporary);
            steps.add(
                    new Step(
                            "The next id stays what it was.",
                            "delete from sqlite_sequence where name = " + to));
            steps.add(
                    new Step(
                            "",
                            "insert into sqlite_sequence (name, seq) select "
                                    + to
                                    + ", seq from sqlite_sequence where name = "
                                    + from));
        }
        steps.add(new Step("", "drop table " + name));
        steps.add(
                new Step(
                        "",
                        "alter table "
                                + other
                                + " rename to "
                                + Identifiers.quoted(wanted.name(), true)));
        return steps;
    }

    private static boolean isCounted(Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.identity() == Column.Identity.AUTOINCREMENT);
    }

    private List<String> copy(String name, String other) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : wanted.columns()) {
            if (column.generated().isEmpty()) {
                value(column)
                        .ifPresent(
                                value -> {
                                    columns.add(Identifiers.quoted(column.name(), true));
                                    values.add(value);
                                });
            }
        }
        return columns.isEmpty()
                ? List.of()
                : List.of(
                        "insert into "
                                + other
                                + " ("
                                + String.join(", ", columns)
                                + ")\nselect "
                                + String.join(", ", values)
                                + " from "
                                + name);
    }

    /** The value that a row gets; empty when the default or the numbering gives it. */
    private Optional<String> value(Column column) {
        Optional<Column> was = now.column(column.name());
        if (was.isEmpty()) {
            return fills.missing(wanted, column);
        }
        String old = Identifiers.quoted(was.get().name(), true);
        String value = fills.converted(wanted, was.get(), column).orElse(old);
        if (was.get().nullable() && !column.nullable()) {
            Optional<String> instead = fills.instead(wanted, column);
            if (instead.isPresent()) {
                return Optional.of("coalesce(" + value + ", " + instead.get() + ")");
            }
        }
        return Optional.of(value);
    }
}
