package ormlab.migrate.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ormlab.picture.Picture;

/**
 * What a run did to the database.
 *
 * @param kind what was asked for
 * @param steps what was done, in order
 * @param at the database's position afterwards
 */
public record Run(Kind kind, List<Step> steps, Position at) implements Picture {
    /** The purpose of a run. */
    public enum Kind {
        /** Migrations were run. */
        UPGRADE,
        /** Migrations were undone. */
        DOWNGRADE,
        /** The history was changed, and nothing else. */
        STAMP
    }

    /**
     * One migration that was run, undone or marked.
     *
     * @param from the version before, or {@value History#BASE}
     * @param to the version after, or {@value History#BASE}
     * @param description the message of the migration in short
     */
    public record Step(String from, String to, String description) {
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

    @Override
    public String toString() {
        return text();
    }
}
