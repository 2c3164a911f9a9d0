package ormlab.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name its name, or empty
 * @param columns the referring columns in order
 * @param target the table that they refer to
 * @param targetColumns the target's columns; empty for the primary key
 * @param onDelete the action when a target row is deleted, in lowercase
 * @param onUpdate the action when a target row is updated, in lowercase
 * @param rest other clauses, for matching and deferring; may be empty
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        String onDelete,
        String onUpdate,
        String rest)
        implements TablePart {
    /** The action if none is declared. */
    public static final String NO_ACTION = "no action";

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Returns whether two foreign keys differ in nothing except their names. */
    public boolean equalsExceptName(ForeignKey other) {
        return named(other.name).equals(other);
    }

    /** Returns the same foreign key with another name. */
    public ForeignKey named(String other) {
        return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, rest);
    }

    /** Returns the same foreign key to other columns of the target. */
    public ForeignKey to(List<String> others) {
        return new ForeignKey(name, columns, target, others, onDelete, onUpdate, rest);
    }
}
