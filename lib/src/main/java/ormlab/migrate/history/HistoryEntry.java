package ormlab.migrate.history;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * One migration, according to the files and the database.
 *
 * @param description its message, shortened
 * @param script the name of its file, or of its class
 * @param down the file of its downgrade
 */
public record HistoryEntry(
        MigrationVersion version,
        String description,
        State state,
        String script,
        Optional<Path> down) {
    /** The state of a migration in a database. */
    public enum State {
        /** It has run. */
        APPLIED("applied", true),
        /** It has not run yet, or was undone. */
        PENDING("pending", false),
        /** The database was like this when its history began. */
        BASELINE("baseline", true),
        /** It has run, and its file has changed since. */
        EDITED("applied, file edited since", true),
        /** It has run, but its file is missing. */
        MISSING("applied, file missing", true),
        /** It has run, but all files are older. */
        AHEAD("applied, file missing", true),
        /** It has not run, although a later one has. */
        OUT_OF_ORDER("not applied, but a later one is", false),
        /** It stopped halfway, outside of a transaction. */
        FAILED("failed", false);

        private final String words;
        private final boolean applied;

        State(String words, boolean applied) {
            this.words = words;
            this.applied = applied;
        }

        /** Returns whether the migration has run in the database. */
        public boolean isApplied() {
            return applied;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Override
    public String toString() {
        return version + ", " + description;
    }
}
