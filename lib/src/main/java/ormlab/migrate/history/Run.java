package ormlab.migrate.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ormlab.picture.Picture;

/**
 * Is what a run did to the database.
 *
 * @param kind what was asked for; not null
 * @param steps what was done, in that order
 * @param at where the database stands now; not null
 */
public record Run(Kind kind, List<Step> steps, Position at) implements Picture {
    /** Tells what a run was for. */
    public enum Kind {
        /** Migrations were run. */
        UPGRADE,
        /** Migrations were taken back. */
        DOWNGRADE,
        /** The history was changed, and nothing else. */
        STAMP
    }

    /**
     * Is one migration that was run, taken back or marked.
     *
     * @param from the version before, or {@value History#BASE}
     * @param to the version after, or {@value History#BASE}
     * @param description the message of the migration in short
     */
    public record Step(String from, String to, String description) {
        /** Names both versions and the message. */
        @Override
        public String toString() {
            return from + " -> " + to + ", " + description;
        }
    }

    /** Copies the steps. */
    public Run {
        steps = List.copyOf(steps);
    }

    @Override
    public String text() {
        if (steps.isEmpty()) {
            return "Nothing to do: the database is at " + at + ".";
        }
        String verb = "Running " + kind.name().toLowerCase(Locale.ROOT) + " ";
        return steps.stream().map(step -> verb + step).collect(Collectors.joining("\n"));
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
