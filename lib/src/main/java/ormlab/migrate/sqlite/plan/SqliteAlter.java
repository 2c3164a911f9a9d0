package ormlab.migrate.sqlite.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.PartChange;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;

/** Changes a table in place, if {@code alter table} leads exactly to the wanted table. */
final class SqliteAlter {
    private final TableDifference table;
    private final Transition transition;
    private final Map<AddedColumn, StringBuilder> columns = new LinkedHashMap<>();

    private SqliteAlter(TableDifference table, Transition transition) {
        this.table = table;
        this.transition = transition;
    }

    /**
     * Returns the steps, or empty if the table must be rebuilt. They do not include indexes, which
     * must be dropped before and created after.
     */
    static Optional<List<Step>> steps(TableDifference table, Transition transition) {
        return new SqliteAlter(table, transition).steps();
    }

    private Optional<List<Step>> steps() {
        List<Change> rest = new ArrayList<>(table.changes());
        rest.removeIf(SqliteAlter::isOfIndex);
        rest.removeIf(change -> change instanceof AddedColumn column && add(column));
        rest.removeIf(this::attach);
        List<RemovedColumn> dropped = new ArrayList<>();
        rest.removeIf(
                change ->
                        change instanceof RemovedColumn column
                                && canDrop(column.name())
                                && dropped.add(column));
        if (!rest.isEmpty()) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        columns.forEach((column, sql) -> steps.add(step(column, sql.toString())));
        for (RemovedColumn column : dropped) {
            steps.add(step(column, "drop column " + SqliteSql.quoted(column.name())));
        }
        return Optional.of(steps);
    }

    private Step step(Change change, String action) {
        return new Step(
                transition.comment(change),
                "alter table " + SqliteSql.quoted(table.after().name()) + ' ' + action);
    }

    static boolean isOfIndex(Change change) {
        return change instanceof PartChange each && each.part() instanceof Index;
    }

    // Adding -----------------------------------------------------------------------------------

    private boolean add(AddedColumn change) {
        Column column = change.column();
        Table after = table.after();
        boolean possible =
                !after.inPrimaryKey(column.name())
                        && column.generated().filter(Column.Generated::stored).isEmpty()
                        && column.defaultValue().map(SqliteAlter::isConstant).orElse(true)
                        && transition.fills().value(after.name(), column).isEmpty();
        if (possible) {
            columns.put(change, new StringBuilder("add column " + SqliteSql.column(column)));
        }
        return possible;
    }

    /**
     * Returns whether a default is constant, because SQLite cannot add a column with a computed
     * default.
     */
    private static boolean isConstant(SqlFragment value) {
        String text = value.sql().toLowerCase(Locale.ROOT);
        return !text.startsWith("(") && !text.startsWith("current_");
    }

    /** Moves a constraint that is added with a new column into the column's definition. */
    private boolean attach(Change change) {
        if (!(change instanceof AddedPart added)) {
            return false;
        }
        Optional<AddedColumn> column = Optional.empty();
        String sql = "";
        if (added.part() instanceof ForeignKey key && key.columns().size() == 1) {
            column = columnOf(List.of(lower(key.columns().get(0))));
            sql = SqliteSql.references(key);
        } else if (added.part() instanceof CheckConstraint check) {
            column = columnOf(check.words());
            sql = "%s check (%s)".formatted(SqliteSql.named(check.name()), check.condition());
        }
        if (column.isPresent()) {
            columns.get(column.get()).append(sql);
        }
        return column.isPresent();
    }

    private Optional<AddedColumn> columnOf(Collection<String> words) {
        return columns.keySet().stream()
                .filter(column -> words.contains(lower(column.name())))
                .findFirst();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    // Dropping ---------------------------------------------------------------------------------

    /**
     * Returns whether a column can be dropped, which SQLite only allows if nothing else mentions
     * it.
     */
    private boolean canDrop(String column) {
        return !isUsedInTable(column)
                && !isUsedElsewhere(column)
                && table.after().indexes().stream()
                        .noneMatch(index -> index.words().contains(lower(column)));
    }

    private boolean isUsedInTable(String column) {
        Table now = table.before();
        Stream<List<String>> keys =
                Stream.concat(
                        now.uniques().stream().map(key -> key.columns()),
                        now.foreignKeys().stream().map(key -> key.columns()));
        return now.inPrimaryKey(column)
                || keys.anyMatch(columns -> contains(columns, column))
                || now.checks().stream().anyMatch(each -> each.words().contains(lower(column)))
                || now.columns().stream()
                        .flatMap(each -> each.generated().stream())
                        .anyMatch(each -> SqlTokens.mentions(each.expression().sql(), column));
    }

    private boolean isUsedElsewhere(String column) {
        DatabaseSchema before = transition.before();
        return before.tables().stream()
                        .flatMap(each -> each.foreignKeys().stream())
                        .filter(key -> key.target().equals(table.before().name()))
                        .anyMatch(key -> contains(key.targetColumns(), column))
                || Stream.concat(
                                before.views().stream().map(view -> view.sql()),
                                before.triggers().stream().map(trigger -> trigger.sql()))
                        .anyMatch(sql -> SqlTokens.mentions(sql, column));
    }

    private static boolean contains(List<String> columns, String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
