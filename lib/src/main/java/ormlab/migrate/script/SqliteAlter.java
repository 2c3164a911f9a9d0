package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Change.AddedCheck;
import ormlab.migrate.compare.Change.AddedColumn;
import ormlab.migrate.compare.Change.AddedForeignKey;
import ormlab.migrate.compare.Change.AddedIndex;
import ormlab.migrate.compare.Change.ChangedIndex;
import ormlab.migrate.compare.Change.RemovedColumn;
import ormlab.migrate.compare.Change.RemovedIndex;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sql.Identifiers;
import ormlab.migrate.sql.SqlTokens;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;

/**
 * Changes a table of SQLite in place, where {@code alter table} gives exactly the table that is
 * wanted.
 */
final class SqliteAlter {
    private final TableDifference table;
    private final DatabaseSchema before;
    private final Fills fills;
    private final Map<String, StringBuilder> added = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private SqliteAlter(TableDifference table, DatabaseSchema before, Fills fills) {
        this.table = table;
        this.before = before;
        this.fills = fills;
    }

    /**
     * The steps, or empty when the table must be made anew. Indexes are not part of them: those
     * that go must be gone before, those that come are made after.
     */
    static Optional<List<Step>> steps(TableDifference table, DatabaseSchema before, Fills fills) {
        SqliteAlter alter = new SqliteAlter(table, before, fills);
        return alter.canDoAll() ? Optional.of(alter.steps) : Optional.empty();
    }

    private boolean canDoAll() {
        List<Change> rest = new ArrayList<>(table.changes());
        rest.removeIf(
                change ->
                        change instanceof AddedIndex
                                || change instanceof RemovedIndex
                                || change instanceof ChangedIndex);
        for (Change change : List.copyOf(rest)) {
            if (change instanceof AddedColumn column && canAdd(column.column())) {
                added.put(
                        column.column().name(),
                        new StringBuilder("add column ").append(definition(column.column())));
                rest.remove(change);
            }
        }
        for (Change change : List.copyOf(rest)) {
            if (attached(change)) {
                rest.remove(change);
            }
        }
        added.forEach((column, sql) -> step(comment(column), sql.toString()));
        for (Change change : List.copyOf(rest)) {
            if (change instanceof RemovedColumn column && canDrop(column.column().name())) {
                step(
                        Comments.of(change),
                        "drop column " + Identifiers.quoted(column.column().name(), true));
                rest.remove(change);
            }
        }
        return rest.isEmpty();
    }

    private String comment(String column) {
        return table.changes().stream()
                .filter(c -> c instanceof AddedColumn a && a.column().name().equals(column))
                .map(Comments::of)
                .findFirst()
                .orElseThrow();
    }

    private void step(String comment, String action) {
        steps.add(
                new Step(
                        comment,
                        "alter table "
                                + Identifiers.quoted(table.after().name(), true)
                                + ' '
                                + action));
    }

    // Adding -----------------------------------------------------------------------------------

    private boolean canAdd(Column column) {
        Table after = table.after();
        boolean constant = column.defaultValue().map(SqliteAlter::isConstant).orElse(true);
        return !after.inPrimaryKey(column.name())
                && column.generated().filter(Column.Generated::stored).isEmpty()
                && constant
                && fills.missing(after, column).isEmpty();
    }

    /** SQLite adds no column whose default must be computed. */
    private static boolean isConstant(SqlFragment value) {
        String text = value.sql().toLowerCase(Locale.ROOT);
        return !text.startsWith("(") && !text.startsWith("current_");
    }

    static String definition(Column column) {
        StringBuilder sql = new StringBuilder(Identifiers.quoted(column.name(), true));
        sql.append(column.typeSql().isEmpty() ? "" : " " + column.typeSql());
        column.collation().ifPresent(each -> sql.append(" collate ").append(each));
        column.defaultValue().ifPresent(each -> sql.append(" default ").append(each.sql()));
        column.generated()
                .ifPresent(
                        each ->
                                sql.append(" generated always as ")
                                        .append(inParentheses(each.expression().sql()))
                                        .append(each.stored() ? " stored" : " virtual"));
        sql.append(column.nullable() ? "" : " not null");
        return sql.toString();
    }

    private static String inParentheses(String expression) {
        return expression.startsWith("(") ? expression : "(" + expression + ")";
    }

    /** A constraint that comes with a new column can stand in its definition. */
    private boolean attached(Change change) {
        if (change instanceof AddedForeignKey key && key.reference().columns().size() == 1) {
            StringBuilder column = added.get(key.reference().columns().get(0));
            if (column != null) {
                column.append(named(key.reference().name())).append(reference(key.reference()));
                return true;
            }
        }
        if (change instanceof AddedCheck check) {
            for (Map.Entry<String, StringBuilder> each : added.entrySet()) {
                if (check.check().words().contains(each.getKey().toLowerCase(Locale.ROOT))) {
                    each.getValue()
                            .append(named(check.check().name()))
                            .append(" check (")
                            .append(check.check().condition().sql())
                            .append(')');
                    return true;
                }
            }
        }
        return false;
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : " constraint " + Identifiers.quoted(name, true);
    }

    private static String reference(ForeignKey to) {
        StringBuilder sql = new StringBuilder(" references ");
        sql.append(Identifiers.quoted(to.target(), true));
        if (!to.targetColumns().isEmpty()) {
            sql.append(" (").append(Identifiers.list(to.targetColumns(), true)).append(')');
        }
        if (!to.onDelete().equals(ForeignKey.NO_ACTION)) {
            sql.append(" on delete ").append(to.onDelete());
        }
        if (!to.onUpdate().equals(ForeignKey.NO_ACTION)) {
            sql.append(" on update ").append(to.onUpdate());
        }
        return sql.append(to.rest().isEmpty() ? "" : " " + to.rest()).toString();
    }

    // Dropping ---------------------------------------------------------------------------------

    /** SQLite drops only a column that nothing speaks of. */
    private boolean canDrop(String column) {
        Table now = table.before();
        String word = column.toLowerCase(Locale.ROOT);
        boolean inTable =
                now.inPrimaryKey(column)
                        || now.uniques().stream().anyMatch(key -> has(key.columns(), column))
                        || now.foreignKeys().stream().anyMatch(key -> has(key.columns(), column))
                        || now.checks().stream().anyMatch(each -> each.words().contains(word))
                        || now.columns().stream()
                                .flatMap(each -> each.generated().stream())
                                .anyMatch(
                                        each ->
                                                SqlTokens.mentions(
                                                        each.expression().sql(), column));
        boolean indexed =
                table.after().indexes().stream().anyMatch(index -> index.words().contains(word));
        boolean elsewhere =
                before.tables().stream()
                                .flatMap(each -> each.foreignKeys().stream())
                                .anyMatch(
                                        key ->
                                                key.target().equals(now.name())
                                                        && has(key.targetColumns(), column))
                        || before.views().stream()
                                .anyMatch(view -> SqlTokens.mentions(view.sql(), column))
                        || before.triggers().stream()
                                .anyMatch(each -> SqlTokens.mentions(each.sql(), column));
        return !inTable && !indexed && !elsewhere;
    }

    private static boolean has(List<String> columns, String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
