package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * Is a sequence that belongs to no column.
 *
 * @param name its name; not null
 * @param start its first value
 * @param increment its step
 * @param createSql the statement that makes it; not null
 */
public record Sequence(TableName name, long start, long increment, String createSql) {}
