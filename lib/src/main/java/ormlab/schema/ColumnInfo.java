package ormlab.schema;

import java.util.Optional;

/**
 * Describes a column of the model.
 *
 * @param name its name without quotes; not null
 * @param type its SQL type as in the create statement, such as {@code varchar(64)}; not null
 * @param nullable whether it may hold null
 * @param primaryKey whether it belongs to the primary key
 * @param defaultValue the SQL of its default; not null
 * @param comment what the model says about it; not null
 */
public record ColumnInfo(
        String name,
        String type,
        boolean nullable,
        boolean primaryKey,
        Optional<String> defaultValue,
        Optional<String> comment) {}
