package ormlab.migrate.found;

/**
 * Is a trigger of a table or view; no model knows it, so no migration may lose it.
 *
 * @param name its name; not null
 * @param table what it watches; not null
 * @param sql the statement that makes it; not null
 */
public record FoundTrigger(String name, TableName table, String sql) {}
