package ormlab.migrate.history;

import ormlab.error.OrmlabException;

/** Says why a migration was not made or not run; nothing was changed. */
public class MigrationRefused extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Names what stands in the way, for code that must tell one case from another. */
    public enum Reason {
        /** There is no folder for migrations yet. */
        NOT_INITIALISED,
        /** The folder for migrations was made before. */
        INITIALISED_ALREADY,
        /** No models are registered, so there is nothing to compare with. */
        NO_MODELS,
        /** There are migrations that this database has not run. */
        NOT_UP_TO_DATE,
        /** A file was changed after it had run. */
        EDITED,
        /** The database has run a migration whose file is gone. */
        MISSING,
        /** The database is at a later version than the newest file. */
        AHEAD,
        /** A file came in below a version that has run already. */
        OUT_OF_ORDER,
        /** Two files have the same version. */
        SAME_VERSION,
        /** A file is named nearly as a migration is, so Flyway would pass it over in silence. */
        MISNAMED,
        /** A file to go down with has no file to go up with. */
        LEFT_OVER,
        /** An earlier run ended in the middle, outside of a transaction. */
        FAILED_BEFORE,
        /** The tables are there, and no migration made them. */
        TABLES_WITHOUT_HISTORY,
        /** No migration has this version. */
        UNKNOWN_TARGET,
        /** There is nothing left to take back. */
        BELOW_BASE,
        /** A migration has no way down. */
        NO_WAY_DOWN,
        /** A file or folder cannot be read or written. */
        FILE_TROUBLE,
        /** Work has already begun on the database that does not end in time. */
        BUSY
    }

    private final Reason reason;

    /**
     * Says what stands in the way.
     *
     * @param reason the case
     * @param message what is wrong, with the values, and what to do next
     */
    public MigrationRefused(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Says what stands in the way and keeps the cause.
     *
     * @param reason the case
     * @param message what is wrong, with the values, and what to do next
     * @param cause the error behind it, or null
     */
    public MigrationRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Tells which case this is.
     *
     * @return the case, never null
     */
    public Reason reason() {
        return reason;
    }
}
