package ormlab.migrate.postgres.plan;

import java.util.Optional;
import ormlab.migrate.compare.SequenceChange.AddedSequence;
import ormlab.migrate.compare.SequenceChange.ChangedSequence;
import ormlab.migrate.compare.SequenceChange.RemovedSequence;
import ormlab.migrate.internal.catalog.Sequence;
import ormlab.migrate.script.Step;
import ormlab.schema.TableName;

/** Plans the sequences that belong to no column. */
final class PostgresSequences {
    private final PlanContext plan;
    private final PostgresRenames renames;

    PostgresSequences(PlanContext plan, PostgresRenames renames) {
        this.renames = renames;
        this.plan = plan;
    }

    void plan() {
        for (AddedSequence added : plan.difference().others(AddedSequence.class)) {
            plan.add(Phase.SEQUENCE, added, added.sequence().createSql());
            afterRows(added.sequence()).ifPresent(step -> plan.add(Phase.NUMBERING, step));
        }
        for (ChangedSequence changed : plan.difference().others(ChangedSequence.class)) {
            plan.add(
                    Phase.SEQUENCE,
                    changed,
                    "alter sequence %s increment by %d"
                            .formatted(
                                    PostgresSql.quoted(changed.subject()),
                                    changed.sequence().increment()));
        }
        plan.after().sequences().stream()
                .filter(this::hasNewTable)
                .forEach(each -> plan.add(Phase.NUMBERING, afterRows(each).orElseThrow()));
        for (RemovedSequence removed : plan.difference().others(RemovedSequence.class)) {
            TableName name = removed.subject();
            if (!renames.isDropped(name)) {
                plan.add(
                        isInDefault(name) ? Phase.NUMBERING : Phase.OLD_SEQUENCE,
                        removed,
                        "drop sequence " + PostgresSql.quoted(name));
            }
        }
    }

    private Optional<Step> afterRows(Sequence sequence) {
        return PostgresNumbering.afterRows(sequence, plan.before(), plan.after());
    }

    /** Returns whether a sequence passes from another table to a renamed one. */
    private boolean hasNewTable(Sequence sequence) {
        boolean stays =
                plan.before().sequences().stream()
                        .anyMatch(each -> each.name().equals(sequence.name()));
        return stays
                && afterRows(sequence).isPresent()
                && plan.difference().renames().tables().stream()
                        .flatMap(each -> plan.before().table(each.to()).stream())
                        .anyMatch(table -> PostgresNumbering.isNamedAfter(sequence, table));
    }

    /**
     * Returns whether a default uses the sequence, which can then only be dropped after the
     * default.
     */
    private boolean isInDefault(TableName sequence) {
        return plan.before().tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.defaultValue().stream())
                .anyMatch(value -> value.sql().contains(sequence.name()));
    }
}
