package ormlab.migrate.history;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Thrown if a migration was not created or not run; nothing was changed. */
public class MigrationRefused extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** The reason, for code that distinguishes between reasons. */
    public enum Reason {
        /** The folder for migrations does not exist yet. */
        NOT_INITIALISED,
        /** The folder for migrations already exists. */
        INITIALISED_ALREADY,
        /** No models are registered, so there is nothing to compare with. */
        NO_MODELS,
        /** There are migrations that this database has not run. */
        NOT_UP_TO_DATE,
        /** A file was changed after it ran. */
        EDITED,
        /** The database has run a migration whose file is missing. */
        MISSING,
        /** The database is at a later version than the newest file. */
        AHEAD,
        /** A new file has a lower version than one that has already run. */
        OUT_OF_ORDER,
        /** Two files have the same version. */
        SAME_VERSION,
        /** A file's name is almost a migration's, so Flyway would silently ignore it. */
        MISNAMED,
        /** A downgrade file has no upgrade file. */
        LEFT_OVER,
        /** An earlier run stopped halfway, outside of a transaction. */
        FAILED_BEFORE,
        /** The newest migration already exchanged the same names. */
        EXCHANGED_ALREADY,
        /** The tables exist, but no migration created them. */
        TABLES_WITHOUT_HISTORY,
        /** No migration has this version. */
        UNKNOWN_TARGET,
        /** There is nothing left to undo. */
        BELOW_BASE,
        /** A migration has no downgrade. */
        NO_WAY_DOWN,
        /** A file begins or ends a transaction, so it could not be undone if it failed. */
        TRANSACTION_IN_FILE,
        /** A file or folder cannot be read or written. */
        FILE_TROUBLE,
        /** Other work on the database did not finish in time. */
        BUSY
    }

    private final Reason reason;

    /**
     * Creates the error.
     *
     * @param message what is wrong, with the values, and what to do next
     */
    public MigrationRefused(Reason reason, String message) {
        this(reason, message, null);
    }

    /** Creates the error with its cause, if there is one. */
    public MigrationRefused(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }
}
