package ormlab.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ormlab.picture.Html;
import ormlab.picture.Picture;

/**
 * Shows which exercises are solved, chapter by chapter, and what is next.
 *
 * @param lines the exercises in order
 */
public record Overview(List<Line> lines) implements Picture {
    /**
     * Is one exercise in the overview.
     *
     * @param chapter its chapter, as in {@code ch02_models}
     * @param id its number
     * @param title its title
     * @param verdict the verdict on it
     * @param reason why it is not passed, in one line; empty when there is nothing to say
     */
    public record Line(String chapter, String id, String title, Verdict verdict, String reason) {}

    /** Copies the lines. */
    public Overview {
        lines = List.copyOf(lines);
    }

    /**
     * Counts the exercises that are solved.
     *
     * @return the number
     */
    public int solved() {
        return solved(lines);
    }

    /**
     * Gives the sentence that an overview ends with.
     *
     * @return for example {@code 1 of 3 solved, next: 02.1 A country and its rules}
     */
    public String summary() {
        String count = solved() + " of " + lines.size() + " solved";
        return next().map(line -> count + ", next: " + line.id() + " " + line.title())
                .orElse(count + (lines.size() > 1 ? ": all done" : ""));
    }

    /** What was tried and is wrong is nearer to the reader than what was not begun. */
    private Optional<Line> next() {
        Optional<Line> wrong = lines.stream().filter(line -> line.verdict().isWrong()).findFirst();
        return wrong.isPresent()
                ? wrong
                : lines.stream().filter(line -> line.verdict() != Verdict.PASSED).findFirst();
    }

    private static int solved(List<Line> lines) {
        return (int) lines.stream().filter(line -> line.verdict() == Verdict.PASSED).count();
    }

    private Map<String, List<Line>> chapters() {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                Line::chapter, LinkedHashMap::new, Collectors.toList()));
    }

    private static String heading(String chapter, List<Line> lines) {
        return chapter.replaceFirst("^ch", "").replace('_', ' ')
                + ": "
                + solved(lines)
                + " of "
                + lines.size();
    }

    @Override
    public String text() {
        List<String> text = new ArrayList<>();
        chapters()
                .forEach(
                        (chapter, exercises) -> {
                            text.add(heading(chapter, exercises));
                            for (Line line : exercises) {
                                text.add(
                                        "  "
                                                + String.format(
                                                        "%-8s", GradeText.mark(line.verdict()))
                                                + line.id()
                                                + " "
                                                + line.title());
                                if (!line.reason().isEmpty()) {
                                    text.add(Words.wrapped(line.reason(), " ".repeat(10), 96));
                                }
                            }
                        });
        text.add(summary());
        return String.join("\n", text);
    }

    @Override
    public String html() {
        StringBuilder html = new StringBuilder("<div>");
        chapters()
                .forEach(
                        (chapter, exercises) -> {
                            html.append("<p><b>")
                                    .append(Html.escape(heading(chapter, exercises)))
                                    .append("</b></p><ul>");
                            for (Line line : exercises) {
                                html.append("<li>")
                                        .append(Html.escape(line.id() + " " + line.title() + " "))
                                        .append(
                                                GradeHtml.coloured(
                                                        line.verdict(), line.verdict().words()))
                                        .append(
                                                line.reason().isEmpty()
                                                        ? ""
                                                        : "<br>" + Html.escape(line.reason()))
                                        .append("</li>");
                            }
                            html.append("</ul>");
                        });
        return html.append("<p><b>")
                .append(Html.escape(summary()))
                .append("</b></p></div>")
                .toString();
    }

    /** Gives the text form. */
    @Override
    public String toString() {
        return text();
    }
}
