package ormlab.migrate.postgres.plan;

import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.ColumnChange;
import ormlab.migrate.compare.ColumnChange.AddedColumn;
import ormlab.migrate.compare.ColumnChange.ChangedGenerated;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/**
 * Plans the computed columns of one table. PostgreSQL cannot change a column from which another one
 * is computed, so those are dropped before the other columns change, and added again afterwards.
 */
final class PostgresComputed {
    private final PlanContext plan;
    private final TableDifference table;
    private final TableName name;

    PostgresComputed(PlanContext plan, TableDifference table) {
        this.plan = plan;
        this.table = table;
        this.name = table.after().name();
    }

    /** Returns whether this class plans a change. */
    static boolean concerns(Change change) {
        return change instanceof AddedColumn added && added.column().generated().isPresent()
                || change instanceof RemovedColumn removed
                        && removed.column().generated().isPresent()
                || change instanceof ChangedGenerated;
    }

    /** Plans what is dropped before the other columns change. */
    void planBefore() {
        for (Column was : table.before().columns()) {
            Optional<Column> now = table.after().column(was.name());
            if (was.generated().isEmpty()) {
                continue;
            }
            if (now.isEmpty() || isRecreated(was)) {
                step(comment(was), PostgresSql.dropColumn(name, was));
            } else if (now.get().generated().isEmpty()) {
                keepValues(was, now.get());
            }
        }
    }

    /** Plans what is added after the other columns have changed. */
    void planAfter() {
        for (Column now : table.after().columns()) {
            Optional<Column> was = table.before().column(now.name());
            if (now.generated().isEmpty()) {
                continue;
            }
            if (was.isEmpty()) {
                step(comment(now), PostgresSql.addColumn(name, now));
            } else if (was.get().generated().isEmpty()) {
                // The stored values are dropped to make room for computed ones.
                step(comment(now), PostgresSql.dropColumn(name, now));
                step("", PostgresSql.addColumn(name, now));
            } else if (isRecreated(now)) {
                step("", PostgresSql.addColumn(name, now));
            }
        }
    }

    private boolean isRecreated(Column column) {
        return plan.retyped(table).recreated().contains(column.name());
    }

    /** Turns computed values into stored ones. */
    private void keepValues(Column was, Column now) {
        if (was.generated().orElseThrow().stored()) {
            step(comment(was), PostgresSql.alterColumn(name, was.name(), "drop expression"));
        } else {
            step(comment(was), PostgresSql.dropColumn(name, was));
            step("", PostgresSql.addColumn(name, now));
        }
    }

    private void step(String comment, String sql) {
        plan.add(Phase.COLUMN, comment, sql);
    }

    private String comment(Column column) {
        return table.changes(ColumnChange.class).stream()
                .filter(PostgresComputed::concerns)
                .filter(change -> change.name().equals(column.name()))
                .findFirst()
                .map(plan::comment)
                .orElse("Computed from a column that changes; created again after it.");
    }
}
