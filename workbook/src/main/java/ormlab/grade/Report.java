package ormlab.grade;

import java.util.List;
import ormlab.error.OrmlabException;
import ormlab.picture.Html;

/**
 * The grades of several exercises, as the build and {@code lab.py grade} show them.
 *
 * @param grades the grades in order
 * @param overview all exercises at a glance, with the next one
 * @param summary how many exercises are solved and which is next: of the selection, or of all
 *     exercises if the selection is solved
 */
public record Report(List<Grade> grades, Overview overview, String summary) {
    /** Copies the grades. */
    public Report {
        grades = List.copyOf(grades);
    }

    /**
     * Grades the reader's files, several at a time. Files that passed before and have not changed
     * are not graded again.
     *
     * @param exercises the workbook's exercises
     * @param selection a number, a chapter, several separated by commas, or nothing for all
     * @throws OrmlabException if there is no such exercise
     */
    public static Report of(Exercises exercises, String selection) {
        List<Exercise> selected = exercises.catalogue().select(selection);
        exercises.layOut();
        return of(
                exercises,
                selected.parallelStream()
                        .map(exercise -> exercises.gradeUnlessPassed(exercise.id()))
                        .toList());
    }

    /**
     * Creates a report of existing grades.
     *
     * @param exercises the workbook's exercises
     * @param grades grades of some of them, in order
     */
    public static Report of(Exercises exercises, List<Grade> grades) {
        List<Overview.Line> lines =
                grades.stream()
                        .map(
                                grade ->
                                        new Overview.Line(
                                                exercises.catalogue().get(grade.id()).chapter(),
                                                grade.id(),
                                                grade.title(),
                                                grade.verdict(),
                                                String.join(" ", grade.remarks())))
                        .toList();
        Overview overview = new Overview(lines);
        boolean more = lines.size() < exercises.catalogue().exercises().size();
        return new Report(
                grades,
                overview,
                more && !lines.isEmpty() && overview.solved() == lines.size()
                        ? exercises.summaryAfter(lines.get(lines.size() - 1).id())
                        : overview.summary());
    }

    /**
     * Returns whether an answer was tried and is wrong; an exercise that is still to do does not
     * count.
     */
    public boolean hasWrong() {
        return grades.stream().anyMatch(grade -> grade.verdict().isWrong());
    }

    /**
     * Returns the printed text: each wrong answer with its messages, then the overview.
     *
     * @return several lines, the last of which names the next exercise
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        grades.stream()
                .filter(grade -> grade.verdict().isWrong())
                .forEach(grade -> text.append(TerminalCommands.in(grade.text())).append("\n\n"));
        return text + overview.text(summary);
    }

    /** Returns an HTML document with every grade. */
    public String page() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\">");
        page.append("<meta charset=\"utf-8\"><title>")
                .append(Html.escape(overview.summary()))
                .append("</title><body style=\"max-width: 50em; margin: 2em auto;")
                .append(" font-family: sans-serif\">")
                .append(overview.html());
        grades.forEach(grade -> page.append(grade.html()));
        return page.append("</body></html>\n").toString();
    }
}
