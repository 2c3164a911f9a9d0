package ormlab.schema;

import java.util.List;

/**
 * Is a foreign key.
 *
 * @param name its name; empty when it was given none, not null
 * @param columns the referring columns in order; not null
 * @param target the table referred to; not null
 * @param targetColumns the columns referred to; empty for the primary key, not null
 * @param onDelete what a delete over there does, in small letters; not null
 * @param onUpdate what an update over there does, in small letters; not null
 * @param rest what else is said: matching and deferring; may be empty, not null
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        String onDelete,
        String onUpdate,
        String rest) {
    /** What happens when nothing else is said. */
    public static final String NO_ACTION = "no action";

    /** Keeps copies that nobody can change. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /**
     * Tells whether two foreign keys do the same, whatever their names.
     *
     * @param other the other one; not null
     * @return whether they differ in nothing but the name
     */
    public boolean equalsExceptName(ForeignKey other) {
        return named(other.name).equals(other);
    }

    /**
     * Gives the same foreign key under another name.
     *
     * @param other the other name; not null
     * @return the foreign key
     */
    public ForeignKey named(String other) {
        return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, rest);
    }

    public ForeignKey to(List<String> others) {
        return new ForeignKey(name, columns, target, others, onDelete, onUpdate, rest);
    }
}
