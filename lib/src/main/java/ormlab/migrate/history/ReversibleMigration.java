package ormlab.migrate.history;

import org.flywaydb.core.api.migration.Context;

/**
 * A Java migration that can be undone: implement it in addition to Flyway's {@code JavaMigration}.
 */
public interface ReversibleMigration {
    /**
     * Undoes what the migration did, in the transaction that removes it from the history.
     *
     * @param context has the connection, which must not be committed, rolled back or closed
     * @throws Exception any error undoes the whole downgrade
     */
    void undo(Context context) throws Exception;

    /** Returns whether there is a downgrade. */
    default boolean isReversible() {
        return true;
    }
}
