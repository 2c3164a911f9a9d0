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
 * Which exercises are solved, by chapter, and which is next.
 *
 * @param lines the exercises in order
 */
public record Overview(List<Line> lines) implements Picture {
    private static final String BOX =
            "display: inline-block; width: 1.3em; height: 1.3em; line-height: 1.3em; margin-right: 3px;"
                    + " text-align: center; border-radius: 3px; color: #ffffff; background-color: ";

    /**
     * One exercise in the overview.
     *
     * @param chapter its chapter, as in {@code ch02_models}
     * @param id its number
     * @param title its title
     * @param verdict its verdict
     * @param note why it is not passed, or a remark on a right answer, in one line; may be empty
     */
    public record Line(String chapter, String id, String title, Verdict verdict, String note) {
        private String heading() {
            return id + " " + title;
        }
    }

    /** Copies the lines. */
    public Overview {
        lines = List.copyOf(lines);
    }

    /** Returns the number of solved exercises. */
    public int solved() {
        return solved(lines);
    }

    /**
     * Returns the last sentence of an overview.
     *
     * @return for example {@code 1 of 3 solved, next: 02.1 A country and its rules}
     */
    public String summary() {
        return summary(next().map(Line::heading).orElse(""));
    }

    /**
     * Returns the last sentence of an overview, which names the next exercise.
     *
     * @param next that exercise; empty if all are solved
     */
    public String summary(Optional<Exercise> next) {
        return summary(next.map(Exercise::heading).orElse(""));
    }

    private String summary(String next) {
        String count = solved() + " of " + lines.size() + " solved";
        if (next.isEmpty()) {
            return count + (lines.size() > 1 ? ": all done" : "");
        }
        return count + ", next: " + next;
    }

    /** Prefers an exercise that was tried and is wrong to one that was not started. */
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
        return "%s: %d of %d"
                .formatted(
                        chapter.replaceFirst("^ch", "").replace('_', ' '),
                        solved(lines),
                        lines.size());
    }

    @Override
    public String text() {
        return text(summary());
    }

    /** Returns the exercises by chapter, and a last sentence; a single exercise is not counted. */
    String text(String summary) {
        List<String> text = new ArrayList<>();
        chapters()
                .forEach(
                        (chapter, exercises) -> {
                            if (lines.size() > 1) {
                                text.add(heading(chapter, exercises));
                            }
                            for (Line line : exercises) {
                                text.add(
                                        "  %-8s%s"
                                                .formatted(
                                                        GradeText.mark(line.verdict()),
                                                        line.heading()));
                                if (!line.note().isEmpty()) {
                                    text.add(TextWrap.wrapped(line.note(), " ".repeat(10), 96));
                                }
                            }
                        });
        text.add(summary);
        return String.join("\n", text);
    }

    /** Shows a row of boxes for each chapter, one per exercise, with a list below each row. */
    @Override
    public String html() {
        StringBuilder html = new StringBuilder("<div>");
        String next = next().map(Line::chapter).orElse("");
        chapters()
                .forEach(
                        (chapter, exercises) ->
                                html.append(chapter.equals(next) ? "<details open>" : "<details>")
                                        .append("<summary><b>")
                                        .append(Html.escape(heading(chapter, exercises)))
                                        .append("</b> ")
                                        .append(boxes(exercises))
                                        .append("</summary>")
                                        .append(list(exercises))
                                        .append("</details>"));
        return html.append("<p><b>")
                .append(Html.escape(summary()))
                .append("</b></p></div>")
                .toString();
    }

    private static String boxes(List<Line> exercises) {
        return exercises.stream()
                .map(
                        line ->
                                "<span title=\"%s\" style=\"%s\">%s</span>"
                                        .formatted(
                                                Html.escape(
                                                        line.heading()
                                                                + ": "
                                                                + line.verdict().words()),
                                                BOX + GradeHtml.colour(line.verdict()),
                                                sign(line.verdict())))
                .collect(Collectors.joining());
    }

    /** Returns a sign in addition to the colour, for readers who cannot see colours. */
    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "&#10003;";
            case TO_DO, NOT_RUN -> "&nbsp;";
            default -> "&#10007;";
        };
    }

    private static String list(List<Line> exercises) {
        StringBuilder html = new StringBuilder("<ul>");
        for (Line line : exercises) {
            html.append("<li>")
                    .append(Html.escape(line.heading() + " "))
                    .append(GradeHtml.coloured(line.verdict(), line.verdict().words()))
                    .append(line.note().isEmpty() ? "" : "<br>" + Html.escape(line.note()))
                    .append("</li>");
        }
        return html.append("</ul>").toString();
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return text();
    }
}
