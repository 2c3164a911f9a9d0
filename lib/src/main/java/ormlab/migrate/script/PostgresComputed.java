package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.sql.SqlTokens;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/**
 * Changes the computed columns of one table of PostgreSQL.
 *
 * <p>PostgreSQL changes no column that another one is computed from. So what is computed goes
 * before the other columns change and comes back after.
 */
final class PostgresComputed {
    private final TableDifference table;
    private final TableName name;
    private final List<String> retyped;
    private final List<Step> early = new ArrayList<>();
    private final List<Step> late = new ArrayList<>();

    /**
     * Plans.
     *
     * @param retyped the columns that change their type
     */
    PostgresComputed(TableDifference table, List<String> retyped) {
        this.table = table;
        this.name = table.after().name();
        this.retyped = retyped;
        for (Column column : table.before().columns()) {
            if (column.generated().isPresent()) {
                change(column, table.after().column(column.name()));
            }
        }
        for (Column column : table.after().columns()) {
            if (column.generated().isPresent()) {
                add(column);
            }
        }
    }

    /** What goes before the other columns change. */
    List<Step> early() {
        return early;
    }

    /** What comes after the other columns have changed. */
    List<Step> late() {
        return late;
    }

    /** Tells whether the steps here see to a change. */
    static boolean seesTo(Change change) {
        return change instanceof Change.AddedColumn added && added.column().generated().isPresent()
                || change instanceof Change.RemovedColumn removed
                        && removed.column().generated().isPresent()
                || change instanceof Change.ChangedGenerated;
    }

    /** Names the columns that go and come back, with all indexes and keys on them. */
    List<String> madeAnew() {
        return table.after().columns().stream().map(Column::name).filter(this::isMadeAnew).toList();
    }

    /** Tells whether a column goes and comes back. */
    boolean isMadeAnew(String column) {
        return table.before().column(column).filter(this::isMadeAnew).isPresent();
    }

    private boolean isMadeAnew(Column was) {
        Optional<Column> now = table.after().column(was.name());
        boolean computed =
                was.generated().isPresent() && now.flatMap(Column::generated).isPresent();
        return computed
                && (table.changes().stream()
                                .anyMatch(each -> PostgresColumns.retypes(each, was.name()))
                        || mentionsRetyped(was)
                        || mentionsRetyped(now.get()));
    }

    private boolean mentionsRetyped(Column column) {
        String expression = column.generated().orElseThrow().expression().sql();
        return retyped.stream()
                .anyMatch(
                        other ->
                                !other.equals(column.name())
                                        && SqlTokens.mentions(expression, other));
    }

    private void change(Column was, Optional<Column> now) {
        if (now.isEmpty()) {
            early.add(new Step(comment(was.name()), drop(was)));
        } else if (now.get().generated().isEmpty()) {
            keepValues(was, now.get());
        } else if (isMadeAnew(was)) {
            early.add(new Step(comment(was.name()), drop(was)));
        }
    }

    /** What was computed becomes a value of its own. */
    private void keepValues(Column was, Column now) {
        if (was.generated().orElseThrow().stored()) {
            early.add(
                    new Step(
                            comment(was.name()),
                            PostgresSql.alterColumn(name, was.name(), "drop expression")));
        } else {
            early.add(new Step(comment(was.name()), drop(was)));
            early.add(new Step("", add(now, !now.nullable())));
        }
    }

    private void add(Column now) {
        Optional<Column> was = table.before().column(now.name());
        if (was.isPresent() && was.get().generated().isEmpty()) {
            // Values of its own make room for what is computed.
            late.add(new Step(comment(now.name()), drop(now)));
            late.add(new Step("", add(now, !now.nullable())));
        } else if (was.isEmpty() || isMadeAnew(was.get())) {
            late.add(new Step(was.isEmpty() ? comment(now.name()) : "", add(now, !now.nullable())));
        }
    }

    private String comment(String column) {
        return table.changes().stream()
                .filter(PostgresComputed::seesTo)
                .filter(change -> column(change).equals(column))
                .findFirst()
                .map(Comments::of)
                .orElse("Computed from a column that changes; comes back after it.");
    }

    private static String column(Change change) {
        if (change instanceof Change.AddedColumn added) {
            return added.column().name();
        }
        return change instanceof Change.RemovedColumn removed
                ? removed.column().name()
                : ((Change.ChangedGenerated) change).after().name();
    }

    private String drop(Column column) {
        return PostgresSql.alter(name, "drop column " + PostgresSql.quoted(column.name()));
    }

    private String add(Column column, boolean notNull) {
        return PostgresSql.alter(name, "add column " + PostgresSql.column(column, notNull));
    }
}
