package ormlab.migrate.history;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Is one migration, as the files and the database tell of it.
 *
 * @param version its version; not null
 * @param description its message in short; not null
 * @param state where it stands; not null
 * @param script the name of its file, or of its class; not null
 * @param down the file to go down with; not null
 */
public record HistoryEntry(
        MigrationVersion version,
        String description,
        State state,
        String script,
        Optional<Path> down) {
    /** Tells where a migration stands. */
    public enum State {
        /** It has run. */
        APPLIED("applied", true),
        /** It has not run yet, or was taken back. */
        PENDING("pending", false),
        /** The database was like this when its history began. */
        BASELINE("baseline", true),
        /** It has run, and its file was changed since. */
        EDITED("applied, file edited since", true),
        /** It has run, and its file is gone. */
        MISSING("applied, file missing", true),
        /** It has run, and all files are older. */
        AHEAD("applied, file missing", true),
        /** It has not run, although a later one has. */
        OUT_OF_ORDER("not applied, but a later one is", false),
        /** It stopped in the middle, outside of a transaction. */
        FAILED("failed", false);

        private final String words;
        private final boolean applied;

        State(String words, boolean applied) {
            this.words = words;
            this.applied = applied;
        }

        /**
         * Tells whether the migration has run in the database.
         *
         * @return true when it has
         */
        public boolean isApplied() {
            return applied;
        }

        /** Says it in words. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Names version and message. */
    @Override
    public String toString() {
        return version + ", " + description;
    }
}
