package ormlab.schema;

import java.util.List;
import java.util.Optional;

/**
 * Describes a table of the model.
 *
 * @param name its name without quotes; not null
 * @param columns its columns in order; not null
 * @param foreignKeys its references to other tables, by name; not null
 * @param uniques its unique constraints, by name; not null
 * @param indexes its indexes, by name; not null
 * @param checks its check constraints, by name; not null
 * @param comment what the model says about it; not null
 */
public record TableInfo(
        String name,
        List<ColumnInfo> columns,
        List<ForeignKeyInfo> foreignKeys,
        List<KeyInfo> uniques,
        List<KeyInfo> indexes,
        List<CheckInfo> checks,
        Optional<String> comment) {
    /** Keeps copies that nobody can change. */
    public TableInfo {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
    }
}
