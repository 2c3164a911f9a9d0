package grading.mutation;

/**
 * A solution with one small mistake.
 *
 * @param file the file's name
 * @param text the whole file, with the mistake
 * @param line the original line, without surrounding spaces
 * @param before the original code, on one line
 * @param after the code that replaces it, on one line
 */
record Mutant(String file, String text, String line, String before, String after) {
    /** Replaces part of a file. */
    static Mutant of(String file, String text, int from, int to, String after) {
        int start = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
        int end = text.indexOf('\n', from);
        return new Mutant(
                file,
                text.substring(0, from) + after + text.substring(to),
                text.substring(start, end < 0 ? text.length() : end).strip(),
                flat(text.substring(from, to)),
                flat(after));
    }

    private static String flat(String piece) {
        return piece.strip().replaceAll("\\s+", " ");
    }

    /** Returns the mutant's name in reports and in lists of equivalents. */
    String name() {
        return file
                + " | "
                + line
                + " | "
                + before
                + " => "
                + (after.isEmpty() ? "nothing" : after);
    }
}
