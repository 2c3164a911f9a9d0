package ormlab.migrate.internal.catalog;

import java.util.List;
import ormlab.schema.TableName;

/**
 * Is a type that was made in PostgreSQL: an enumeration, or a structure.
 *
 * @param name its name; not null
 * @param enumeration whether it lists values, or else has fields
 * @param values its values in order, or its fields with their types; not null
 * @param createSql the statements that make it and its casts; not null
 * @param dropSql the statements that remove them; not null
 */
public record UserDefinedType(
        TableName name,
        boolean enumeration,
        List<String> values,
        List<String> createSql,
        List<String> dropSql) {
    /** Keeps copies that nobody can change. */
    public UserDefinedType {
        values = List.copyOf(values);
        createSql = List.copyOf(createSql);
        dropSql = List.copyOf(dropSql);
    }
}
