package ormlab.migrate.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ormlab.picture.Picture;

/**
 * What a run did to the database.
 *
 * @param kind what was requested
 * @param steps what was done, in order
 * @param at the database's position afterwards
 * @param warnings what needs attention although the run succeeded
 */
public record Run(Kind kind, List<Step> steps, Position at, List<String> warnings)
        implements Picture {
    /** The purpose of a run. */
    public enum Kind {
        /** Migrations were run. */
        UPGRADE,
        /** Migrations were undone. */
        DOWNGRADE,
        /** Only the history was changed. */
        STAMP
    }

    /**
     * One migration that was run, undone or marked.
     *
     * @param from the version before, or {@value History#BASE}
     * @param to the version after, or {@value History#BASE}; the same for a repeatable migration
     * @param description the migration's message, shortened
     */
    public record Step(String from, String to, String description) {
        @Override
        public String toString() {
            return from.equals(to)
                    ? description + " (repeatable)"
                    : from + " -> " + to + ", " + description;
        }
    }

    /** Copies the lists. */
    public Run {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    @Override
    public String text() {
        if (steps.isEmpty()) {
            return "Nothing to do: the database is at " + at + ".";
        }
        String verb = "Running " + kind.name().toLowerCase(Locale.ROOT) + " ";
        return Stream.concat(
                        steps.stream().map(step -> verb + step),
                        warnings.stream().map(warning -> "Warning: " + warning))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }
}
