package ormlab.migrate.found;

import java.util.List;

/**
 * Is an enumerated type of PostgreSQL.
 *
 * @param name its name; not null
 * @param values its values in order; not null
 * @param createSql the statements that make it and its casts; not null
 * @param dropSql the statements that remove them; not null
 */
public record FoundEnum(
        TableName name, List<String> values, List<String> createSql, List<String> dropSql) {
    /** Keeps copies that nobody can change. */
    public FoundEnum {
        values = List.copyOf(values);
        createSql = List.copyOf(createSql);
        dropSql = List.copyOf(dropSql);
    }
}
