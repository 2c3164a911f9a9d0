package ormlab.migrate.history;

import org.flywaydb.core.api.migration.Context;

/**
 * Is a Java migration that can be taken back: implement it beside Flyway's {@code JavaMigration}.
 */
public interface ReversibleMigration {
    /**
     * Takes back what the migration did, in the transaction that forgets it.
     *
     * @param context gives the connection, which must not be committed, rolled back or closed
     * @throws Exception any error takes the whole run back
     */
    void undo(Context context) throws Exception;

    /**
     * Tells whether there is a way back.
     *
     * @return false when the migration must stay
     */
    default boolean isReversible() {
        return true;
    }
}
