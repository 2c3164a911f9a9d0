package ormlab.migrate.internal.catalog;

import java.util.List;
import ormlab.schema.TableName;

/**
 * A type that was created in PostgreSQL: an enumeration or a composite type.
 *
 * @param enumeration true if it lists values, false if it has fields
 * @param values its values in order, or its fields with their types
 * @param createSql the statements that create it and its casts
 * @param dropSql the statements that drop them
 */
public record UserDefinedType(
        TableName name,
        boolean enumeration,
        List<String> values,
        List<String> createSql,
        List<String> dropSql) {
    /** Copies the lists. */
    public UserDefinedType {
        values = List.copyOf(values);
        createSql = List.copyOf(createSql);
        dropSql = List.copyOf(dropSql);
    }
}
