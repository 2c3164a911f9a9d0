package ormlab.grade;

import ormlab.picture.Html;

/** Formats a grade as HTML, with the wording of {@link GradeText}. */
final class GradeHtml {
    private GradeHtml() {}

    static String of(Grade grade) {
        StringBuilder html = new StringBuilder("<div>");
        html.append("<p><b>")
                .append(Html.escape(grade.id() + " " + grade.title()))
                .append("</b>: ")
                .append(coloured(grade.verdict(), GradeText.summary(grade)))
                .append("</p>");
        if (!grade.tasks().isEmpty()) {
            html.append("<ol>");
            for (int i = 0; i < grade.tasks().size(); i++) {
                html.append(task(grade.tasks().get(i), grade.told(i)));
            }
            html.append("</ol>");
        }
        grade.remarks()
                .forEach(remark -> html.append("<p>").append(Html.escape(remark)).append("</p>"));
        if (!grade.problem().isEmpty()) {
            html.append(paragraphs(grade.problem()));
        }
        if (!grade.output().isEmpty()) {
            html.append("<details><summary>Your code printed</summary><pre>")
                    .append(Html.escape(grade.output()))
                    .append("</pre></details>");
        }
        html.append(sequel(grade.sequel()));
        if (!grade.next().isEmpty()) {
            html.append("<p><b>Next:</b> ").append(Html.escape(grade.next())).append("</p>");
        }
        return html.append("</div>").toString();
    }

    private static String sequel(Grade.Sequel sequel) {
        String comment =
                sequel.comment().isEmpty()
                        ? ""
                        : "<p><b>"
                                + Html.escape(GradeText.COMMENT)
                                + "</b></p>"
                                + paragraphs(sequel.comment());
        return comment
                + sequel.solution()
                        .map(
                                solution ->
                                        "<details><summary>A good solution, compared with your"
                                                + " answer</summary>"
                                                + solution.html()
                                                + "</details>")
                        .orElse("");
    }

    private static String task(TaskGrade task, String message) {
        return "<li>%s %s%s</li>"
                .formatted(
                        Html.escape(task.sentence()),
                        coloured(task.verdict(), task.verdict().words()),
                        message.isEmpty() ? "" : paragraphs(message));
    }

    /** Keeps the columns of a message that contains code; other text is wrapped. */
    private static String paragraphs(String text) {
        boolean code = text.lines().anyMatch(line -> line.startsWith("  "));
        String tag = code ? "pre" : "div";
        return "<%1$s style=\"white-space: pre-wrap\">%2$s</%1$s>"
                .formatted(tag, Html.escape(text));
    }

    /** White on a colour is readable on dark and on light pages; the words say the same. */
    static String coloured(Verdict verdict, String words) {
        return "<b style=\"color: #ffffff; background-color: %s; padding: 0 0.4em; border-radius: 3px\">%s</b>"
                .formatted(colour(verdict), Html.escape(words));
    }

    static String colour(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "#1a7f37";
            case TO_DO, NOT_RUN -> "#9a6700";
            default -> "#cf222e";
        };
    }
}
