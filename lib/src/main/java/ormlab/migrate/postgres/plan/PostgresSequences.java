package ormlab.migrate.postgres.plan;

import ormlab.migrate.compare.SequenceChange.AddedSequence;
import ormlab.migrate.compare.SequenceChange.ChangedSequence;
import ormlab.migrate.compare.SequenceChange.RemovedSequence;
import ormlab.schema.TableName;

/** Plans the sequences that belong to no column. */
final class PostgresSequences {
    private final PlanContext plan;

    PostgresSequences(PlanContext plan) {
        this.plan = plan;
    }

    void plan() {
        for (AddedSequence added : plan.difference().others(AddedSequence.class)) {
            plan.add(Phase.SEQUENCE, added, added.sequence().createSql());
            PostgresNumbering.afterRows(added.sequence(), plan.before(), plan.after())
                    .ifPresent(step -> plan.add(Phase.NUMBERING, step));
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
        for (RemovedSequence removed : plan.difference().others(RemovedSequence.class)) {
            TableName name = removed.subject();
            plan.add(
                    isInDefault(name) ? Phase.NUMBERING : Phase.OLD_SEQUENCE,
                    removed,
                    "drop sequence " + PostgresSql.quoted(name));
        }
    }

    /** Whether a default uses the sequence, which then can only go after the default. */
    private boolean isInDefault(TableName sequence) {
        return plan.before().tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.defaultValue().stream())
                .anyMatch(value -> value.sql().contains(sequence.name()));
    }
}
