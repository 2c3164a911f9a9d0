package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * A view. Models do not contain views, so migrations must not lose them.
 *
 * @param materialized whether it stores its rows
 * @param sql the statement that creates it
 */
public record View(TableName name, boolean materialized, String sql) {}
