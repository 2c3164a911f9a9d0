package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * A sequence that belongs to no column.
 *
 * @param start its first value
 * @param increment its step
 * @param createSql the statement that creates it
 */
public record Sequence(TableName name, long start, long increment, String createSql) {}
