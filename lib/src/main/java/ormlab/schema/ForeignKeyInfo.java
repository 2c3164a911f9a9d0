package ormlab.schema;

import java.util.List;

/**
 * Describes a reference from one table to another.
 *
 * @param name the name of the constraint; not null
 * @param columns the referring columns in order; not null
 * @param referencedTable the name of the table referred to; not null
 * @param referencedColumns the columns referred to, in the same order; not null
 * @param onDelete what a delete over there does: {@code no action}, {@code cascade}, {@code set
 *     null}, {@code set default} or {@code restrict}; not null
 */
public record ForeignKeyInfo(
        String name,
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        String onDelete) {
    /** Keeps copies that nobody can change. */
    public ForeignKeyInfo {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
