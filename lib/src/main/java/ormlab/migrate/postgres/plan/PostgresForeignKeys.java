package ormlab.migrate.postgres.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ormlab.migrate.compare.ConstraintChange.ChangedPrimaryKey;
import ormlab.migrate.compare.ConstraintChange.RenamedConstraint;
import ormlab.migrate.compare.PartChange.AddedPart;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Plans foreign keys. A foreign key is dropped temporarily while a column on either side, or the
 * key it refers to, changes.
 */
final class PostgresForeignKeys {
    private final PlanContext plan;
    private final Set<String> dropped = new LinkedHashSet<>();

    PostgresForeignKeys(PlanContext plan) {
        this.plan = plan;
    }

    void plan() {
        for (TableDifference table : plan.difference().tables()) {
            table.before().foreignKeys().forEach(each -> plan(table, each));
        }
        for (Table removed : plan.difference().removed()) {
            for (ForeignKey each : removed.foreignKeys()) {
                if (targetChanges(each)) {
                    drop(removed.name(), each, Phase.OLD_FOREIGN_KEY);
                }
            }
        }
    }

    private void plan(TableDifference table, ForeignKey foreignKey) {
        TableName name = table.after().name();
        boolean removed = table.removed(ForeignKey.class).contains(foreignKey);
        boolean changes =
                targetChanges(foreignKey) || plan.retyped(table).containsAny(foreignKey.columns());
        if (removed || changes) {
            drop(name, foreignKey, Phase.OLD_FOREIGN_KEY);
        }
        if (changes && !removed) {
            String later = laterName(table, foreignKey.name());
            table.after().foreignKeys().stream()
                    .filter(other -> other.name().equals(later))
                    .forEach(other -> add(name, other));
        }
    }

    /** Returns the name of a constraint after the renames. */
    static String laterName(TableDifference table, String constraint) {
        return table.changes(RenamedConstraint.class).stream()
                .filter(renamed -> renamed.from().equals(constraint))
                .map(RenamedConstraint::to)
                .findFirst()
                .orElse(constraint);
    }

    private boolean targetChanges(ForeignKey foreignKey) {
        return plan.difference().tables().stream()
                .filter(target -> target.after().name().equals(foreignKey.target()))
                .anyMatch(
                        target ->
                                losesKey(target, foreignKey.targetColumns())
                                        || plan.retyped(target)
                                                .containsAny(foreignKey.targetColumns()));
    }

    private static boolean losesKey(TableDifference table, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return table.changes(ChangedPrimaryKey.class).stream()
                        .flatMap(change -> change.before().stream())
                        .anyMatch(key -> Set.copyOf(key.columns()).equals(wanted))
                || table.removed(Key.class).stream()
                        .anyMatch(key -> Set.copyOf(key.columns()).equals(wanted));
    }

    /** Drops a foreign key, but only once. */
    void drop(TableName table, ForeignKey foreignKey, Phase phase) {
        if (dropped.add(table + "." + foreignKey.name())) {
            plan.add(
                    phase,
                    new RemovedPart(table, foreignKey),
                    PostgresSql.dropConstraint(table, foreignKey.name()));
        }
    }

    boolean isDropped(TableName table, String constraint) {
        return dropped.contains(table + "." + constraint);
    }

    void add(TableName table, ForeignKey foreignKey) {
        plan.add(
                Phase.FOREIGN_KEY,
                new AddedPart(table, foreignKey),
                PostgresSql.alter(table, "add " + PostgresSql.constraint(foreignKey)));
    }
}
