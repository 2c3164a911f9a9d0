package ormlab.migrate.internal.engine;

/**
 * Rows whose foreign key has the same value and refers to no row.
 *
 * @param table the referring table
 * @param target the table it refers to; empty if the database could not check the foreign keys
 * @param columns the columns of the foreign key, or why the database could not check it
 * @param values their values as SQL; empty if they are unknown
 */
public record BrokenReference(String table, String target, String columns, String values) {
    /** Creates an object for a table whose foreign keys the database cannot check. */
    public static BrokenReference unchecked(String table, String why) {
        return new BrokenReference(table, "", why, "");
    }

    /** Returns whether the database could check the foreign key. */
    public boolean isChecked() {
        return !target.isEmpty();
    }
}
