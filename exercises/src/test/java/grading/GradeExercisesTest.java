package grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;
import ormlab.grade.Overview;
import ormlab.grade.Verdict;
import ormlab.picture.Html;

/** Grades the reader's answers; {@code -Dexercise=02} or {@code -Dexercise=02.1} picks some. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradeExercisesTest {
    private static final Path PAGE = Path.of("target/grades.html");

    private final Exercises exercises = Exercises.find();
    private final List<Grade> grades = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> exercises() {
        return Selected.from(exercises).stream()
                .map(
                        exercise ->
                                DynamicTest.dynamicTest(
                                        exercise.id() + " " + exercise.title(),
                                        () -> grade(exercise)));
    }

    private void grade(Exercise exercise) {
        Grade grade = exercises.grade(exercise.id());
        grades.add(grade);
        if (grade.verdict() == Verdict.TO_DO) {
            throw new TestAbortedException("to do");
        }
        if (grade.verdict().isWrong()) {
            throw new NotPassed(grade);
        }
    }

    /**
     * Fails a test with the words of the grade and no trace: a trace would lead into the grading,
     * not to the mistake.
     */
    private static final class NotPassed extends AssertionError {
        private static final long serialVersionUID = 1L;

        NotPassed(Grade grade) {
            super(grade.verdict().words() + ": " + firstLine(grade));
            setStackTrace(new StackTraceElement[0]);
        }

        private static String firstLine(Grade grade) {
            return grade.reasons().stream()
                    .flatMap(String::lines)
                    .findFirst()
                    .orElse("see the summary above");
        }
    }

    @AfterAll
    void tell() throws IOException {
        Overview overview = overview();
        StringBuilder text = new StringBuilder("\n");
        StringBuilder html = new StringBuilder();
        for (Grade grade : grades) {
            if (grade.verdict().isWrong()) {
                text.append(grade.text()).append("\n\n");
            }
            html.append(grade.html());
        }
        System.out.println(text + overview.text() + "\n");
        Files.createDirectories(PAGE.getParent());
        Files.writeString(
                PAGE,
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
                        + Html.escape(overview.summary())
                        + "</title><body style=\"max-width: 50em; margin: 2em auto; font-family: sans-serif\">"
                        + overview.html()
                        + html
                        + "</body></html>\n");
    }

    private Overview overview() {
        return new Overview(
                grades.stream()
                        .map(
                                grade ->
                                        new Overview.Line(
                                                exercises.catalogue().get(grade.id()).chapter(),
                                                grade.id(),
                                                grade.title(),
                                                grade.verdict(),
                                                ""))
                        .toList());
    }
}
