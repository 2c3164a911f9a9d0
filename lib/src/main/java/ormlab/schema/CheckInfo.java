package ormlab.schema;

/**
 * Describes a check constraint.
 *
 * @param name its name; not null
 * @param condition the SQL that must not be false; not null
 */
public record CheckInfo(String name, String condition) {}
