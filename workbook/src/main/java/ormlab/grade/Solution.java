package ormlab.grade;

import java.util.stream.Collectors;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * A reference solution, shown as a difference from the reader's own answer.
 *
 * @param heading one line that says what is shown
 * @param difference each line with a sign before it: a space, {@code -} for the reader's, {@code +}
 *     for the solution's
 */
public record Solution(String heading, String difference) implements Picture {
    static Solution of(Exercise exercise, Answer answer) {
        String difference =
                TextFiles.read(exercise.solutionFolder()).entrySet().stream()
                        .map(
                                file ->
                                        Difference.of(
                                                file.getKey(),
                                                answer.files().getOrDefault(file.getKey(), ""),
                                                file.getValue()))
                        .collect(Collectors.joining("\n\n"));
        return new Solution(
                exercise.heading()
                        + ": one good solution (lines with + ) against your file (lines with - )",
                difference);
    }

    /**
     * Returns whether the solution has a line that the reader's answer has not, or the reverse.
     *
     * @return false when both are the same text
     */
    public boolean differs() {
        return difference.lines().anyMatch(line -> line.startsWith("+") || line.startsWith("-"));
    }

    @Override
    public String text() {
        return heading + "\n" + difference;
    }

    @Override
    public String html() {
        String lines = difference.lines().map(Solution::coloured).collect(Collectors.joining("\n"));
        return "<div><p><b>" + Html.escape(heading) + "</b></p><pre>" + lines + "</pre></div>";
    }

    private static String coloured(String line) {
        String escaped = Html.escape(line);
        if (line.startsWith("-")) {
            return onColour("#ffebe9", escaped);
        }
        return line.startsWith("+") ? onColour("#dafbe1", escaped) : escaped;
    }

    /** Dark text on a light colour is readable on dark and on light pages. */
    private static String onColour(String background, String escaped) {
        return "<span style=\"color: #1f2328; background-color: %s\">%s</span>"
                .formatted(background, escaped);
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return text();
    }
}
