package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * Is a trigger of a table or view; no model knows it, so no migration may lose it.
 *
 * @param name its name; not null
 * @param table what it watches; not null
 * @param sql the statement that makes it; not null
 */
public record Trigger(String name, TableName table, String sql) {}
