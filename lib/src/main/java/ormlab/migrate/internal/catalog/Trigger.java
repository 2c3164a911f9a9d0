package ormlab.migrate.internal.catalog;

import ormlab.schema.TableName;

/**
 * A trigger of a table or view. Models do not contain triggers, so migrations must not lose them.
 *
 * @param table the table or view
 * @param sql the statement that creates it
 */
public record Trigger(String name, TableName table, String sql) {}
