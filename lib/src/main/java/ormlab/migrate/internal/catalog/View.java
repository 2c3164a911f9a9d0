package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * Is a view; no model knows it, so no migration may lose it.
 *
 * @param name its name; not null
 * @param materialized whether it keeps its rows
 * @param sql the statement that makes it; not null
 */
public record View(TableName name, boolean materialized, String sql) {}
