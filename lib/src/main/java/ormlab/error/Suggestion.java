package ormlab.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds the name that was most likely meant. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * Finds the known name nearest to a wrong one.
     *
     * @param wrong the name as written
     * @param known the names that would be right
     * @return the nearest name, or empty if none is near (more than a third of its letters differ)
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return nearest(wrong, known, name -> Math.max(2, name.length() / 3));
    }

    private static Optional<String> nearest(
            String wrong, Collection<String> known, ToIntFunction<String> edits) {
        return known.stream()
                .filter(name -> distance(wrong, name) <= edits.applyAsInt(name))
                .min(
                        Comparator.comparingInt((String name) -> distance(wrong, name))
                                .thenComparing(name -> name));
    }

    /**
     * Words the nearest known name as a question.
     *
     * @param wrong the name as written
     * @param known the names that would be right
     * @return {@code " Did you mean 'x'?"} with a leading space, or an empty string
     */
    public static String question(String wrong, Collection<String> known) {
        return question(nearest(wrong, known));
    }

    /**
     * Words the nearest known name as a question.
     *
     * @param edits how many letters may be wrong, missing or too many
     * @return as {@link #question(String, Collection)}
     */
    public static String question(String wrong, Collection<String> known, int edits) {
        return question(nearest(wrong, known, name -> edits));
    }

    private static String question(Optional<String> name) {
        return name.map(each -> " Did you mean '" + each + "'?").orElse("");
    }

    /** Returns the Levenshtein distance, ignoring case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
