package grading.mutation;

/**
 * Is a solution with one small mistake put in.
 *
 * @param file the file's name
 * @param text the whole file, with the mistake
 * @param line the line that it is in, as it was, without surrounding spaces
 * @param before the piece that was replaced, on one line
 * @param after what is there now, on one line
 */
record Mutant(String file, String text, String line, String before, String after) {
    /** Replaces a piece of a file. */
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

    /** Names the mutant as a report does, and as a list of equivalents does. */
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
