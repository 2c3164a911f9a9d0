package ormlab.schema;

import java.util.Set;

/**
 * A check constraint.
 *
 * @param name its name, or empty
 * @param condition the condition, which must not be false
 * @param words the names in the condition, in lowercase: columns and functions
 */
public record CheckConstraint(String name, SqlFragment condition, Set<String> words)
        implements TablePart {
    /** Copies the set. */
    public CheckConstraint {
        words = Set.copyOf(words);
    }

    /** Returns the same check, worded like another. */
    public CheckConstraint inWordsOf(CheckConstraint written) {
        return new CheckConstraint(name, condition.inWordsOf(written.condition), words);
    }
}
