package ormlab.schema;

import java.util.Set;

/**
 * Is a check constraint.
 *
 * @param name its name; empty when it was given none, not null
 * @param condition what must not be false; not null
 * @param words the names that the condition speaks of, in small letters: columns and functions
 */
public record CheckConstraint(String name, SqlFragment condition, Set<String> words) {
    /** Keeps a copy that nobody can change. */
    public CheckConstraint {
        words = Set.copyOf(words);
    }
}
