package ormlab.schema;

import java.util.Comparator;

/**
 * Names a table, view, sequence or type.
 *
 * @param schema the schema when it is not the one that the connection looks into by itself; empty
 *     for that one, never null
 * @param name the name without quotes; not null
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    /**
     * Names something of the schema that the connection looks into by itself.
     *
     * @param name the name without quotes; not null
     * @return the name
     */
    public static TableName of(String name) {
        return new TableName("", name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** Writes {@code users} or {@code audit.users}. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + '.' + name;
    }
}
