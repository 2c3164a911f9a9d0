package ormlab.migrate.postgres.plan;

import java.util.Optional;
import ormlab.migrate.compare.ColumnChange.ChangedIdentity;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Column.Identity;
import ormlab.schema.TableName;

/**
 * Plans how the ids of a table are generated: by an identity column, by the sequence of a serial
 * column, or not at all. A sequence that replaces another one continues where that one stopped.
 */
final class PostgresIdentity {
    private final PlanContext plan;
    private final TableName table;

    PostgresIdentity(PlanContext plan, TableName table) {
        this.plan = plan;
        this.table = table;
    }

    void plan(ChangedIdentity change, String comment) {
        Identity was = change.before().identity();
        Column column = change.after();
        Optional<String> wanted = PostgresSql.identity(column.identity());
        boolean wasIdentity = PostgresSql.identity(was).isPresent();
        if (wanted.isPresent() && wasIdentity) {
            String how = column.identity() == Identity.ALWAYS ? "always" : "by default";
            alter(Phase.COLUMN, comment, column, "set generated " + how);
        } else if (was == Identity.SERIAL) {
            TableName sequence = plan.sequenceOf(table, column.name());
            alter(Phase.OLD_NUMBERING, comment, column, "drop default");
            if (wanted.isPresent()) {
                replaceSerial(column, wanted.get(), sequence);
            } else {
                step(Phase.OLD_NUMBERING, "drop sequence " + PostgresSql.quoted(sequence));
            }
        } else if (wanted.isPresent()) {
            alter(Phase.COLUMN, comment, column, "add " + wanted.get());
            startAfterRows(column, own(column), Optional.empty());
        } else if (column.identity() == Identity.SERIAL) {
            addSerial(column, comment, wasIdentity);
        } else {
            alter(Phase.OLD_NUMBERING, comment, column, "drop identity");
        }
    }

    private void alter(Phase phase, String comment, Column column, String action) {
        plan.add(phase, comment, PostgresSql.alterColumn(table, column.name(), action));
    }

    private void step(Phase phase, String sql) {
        plan.add(phase, "", sql);
    }

    private void startAfterRows(Column column, String sequence, Optional<String> former) {
        plan.add(Phase.COLUMN, PostgresNumbering.afterRows(sequence, table, column.name(), former));
    }

    private String own(Column column) {
        return PostgresNumbering.sequenceOf(table, column.name());
    }

    /** The old sequence releases its name and the column for the identity's sequence. */
    private void replaceSerial(Column column, String identity, TableName sequence) {
        TableName old = new TableName(sequence.schema(), "old_" + sequence.name());
        alterSequence(Phase.OLD_NUMBERING, sequence, "owned by none");
        alterSequence(Phase.OLD_NUMBERING, sequence, "rename to " + PostgresSql.quoted(old.name()));
        alter(Phase.COLUMN, "", column, "add " + identity);
        startAfterRows(
                column,
                own(column),
                Optional.of("select last_value + is_called::int from " + PostgresSql.quoted(old)));
        step(Phase.COLUMN, "drop sequence " + PostgresSql.quoted(old));
    }

    /**
     * An identity's sequence is dropped with it, so the new sequence is set before it gets its
     * final name.
     */
    private void addSerial(Column column, String comment, boolean wasIdentity) {
        TableName sequence = plan.wantedSequenceOf(table, column.name());
        TableName first =
                wasIdentity ? new TableName(sequence.schema(), "new_" + sequence.name()) : sequence;
        String type =
                column.type().endsWith("int") || column.type().equals("integer")
                        ? " as " + column.type()
                        : "";
        plan.add(Phase.COLUMN, comment, "create sequence " + PostgresSql.quoted(first) + type);
        startAfterRows(
                column,
                Identifiers.string(PostgresSql.quoted(first)),
                wasIdentity
                        ? Optional.of(
                                "select coalesce(pg_sequence_last_value(%s::regclass), 0) + 1"
                                        .formatted(own(column)))
                        : Optional.empty());
        if (wasIdentity) {
            alter(Phase.COLUMN, "", column, "drop identity");
            alterSequence(Phase.COLUMN, first, "rename to " + PostgresSql.quoted(sequence.name()));
        }
        String name = PostgresSql.quoted(sequence);
        alter(Phase.COLUMN, "", column, "set default nextval(" + Identifiers.string(name) + ")");
        String owner = PostgresSql.quoted(table) + "." + PostgresSql.quoted(column.name());
        alterSequence(Phase.COLUMN, sequence, "owned by " + owner);
    }

    private void alterSequence(Phase phase, TableName sequence, String action) {
        step(phase, "alter sequence " + PostgresSql.quoted(sequence) + " " + action);
    }
}
