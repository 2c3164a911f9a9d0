package ormlab.grade;

/**
 * Tells a reader which mistake an answer contains, why it is one, and where to read again.
 *
 * <p>A grader is a list of known mistakes, the most likely first:
 *
 * <pre>{@code
 * Mistake.when(rows == 2, "Two countries with the code FR were stored. …", "02_models, \"Unique\"");
 * }</pre>
 */
public class Mistake extends AssertionError {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a mistake.
     *
     * @param message what was found, with the values, and what it means
     * @param section the notebook and its section that explain it, as in {@code 02_models,
     *     "Unique"}
     */
    public Mistake(String message, String section) {
        super(message + "\nRead again: " + section);
    }

    /**
     * Throws if the answer contains this mistake.
     *
     * @param seen whether the answer contains the mistake
     * @param message what was found, with the values, and what it means
     * @param section the notebook and its section that explain it
     * @throws Mistake if {@code seen} is true
     */
    public static void when(boolean seen, String message, String section) {
        if (seen) {
            throw new Mistake(message, section);
        }
    }
}
