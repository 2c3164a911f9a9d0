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
import ormlab.grade.Report;
import ormlab.grade.Verdict;

/**
 * Grades the reader's answers; {@code -Dexercise=02} or {@code -Dexercise=02.1} selects some of
 * them.
 */
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
        Grade grade = exercises.gradeUnlessPassed(exercise.id());
        grades.add(grade);
        if (grade.verdict() == Verdict.TO_DO) {
            throw new TestAbortedException("to do");
        }
        if (grade.verdict().isWrong()) {
            throw new NotPassed(grade);
        }
    }

    /**
     * Fails a test with the text of the grade and without a stack trace, which would show the
     * grading code instead of the mistake.
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
        Report report = Report.of(exercises, grades);
        System.out.println("\n" + report.text() + "\n");
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, report.page());
    }
}
