package ormlab.schema;

import java.util.Comparator;

/**
 * The name of a table, view, sequence or type.
 *
 * @param schema the schema; empty for the one that the connection searches first
 * @param name the name without quotes
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    /** Returns a name in the schema that the connection searches first. */
    public static TableName of(String name) {
        return new TableName("", name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code users} or {@code audit.users}. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + '.' + name;
    }
}
