package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * A view. No model contains it, so no migration may lose it.
 *
 * @param materialized whether it stores its rows
 * @param sql the statement that creates it
 */
public record View(TableName name, boolean materialized, String sql) {}
