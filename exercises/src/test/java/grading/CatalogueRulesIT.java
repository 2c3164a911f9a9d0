package grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.rules.ExerciseRules;
import ormlab.grade.rules.KnownAnswer;

/**
 * Checks the workbook's exercises, and the first exercise of a new pack, by the rules for
 * exercises.
 */
@Execution(ExecutionMode.CONCURRENT)
class CatalogueRulesIT {
    private static final Path NOTEBOOKS = Path.of("../notebooks");

    /** Advice that good answers deserve: these stubs contain slow code for readers to compare. */
    private static final Map<String, Set<String>> DESERVED =
            Map.of(
                    "04.3",
                    Set.of("COUNTED_IN_JAVA Ticket at SlowDashboard.java:19"),
                    "05.4",
                    Set.of(
                            "N_PLUS_ONE Lesson.teacher at SlowTimetable.java:11",
                            "N_PLUS_ONE Teacher.lessons at SlowTimetable.java:18"));

    @TestFactory
    Stream<DynamicContainer> each_exercise() {
        Exercises exercises = Exercises.find();
        return rules(exercises, Selected.from(exercises));
    }

    @TestFactory
    Stream<DynamicTest> a_trace_advises_nothing_that_a_good_answer_does_not_deserve() {
        Exercises exercises = Exercises.find();
        return Selected.from(exercises).stream()
                .flatMap(exercise -> KnownAnswer.right(exercise).stream())
                .map(answer -> dynamicTest(answer.name(), () -> advised(exercises, answer)));
    }

    private static void advised(Exercises exercises, KnownAnswer answer) {
        assertEquals(
                DESERVED.getOrDefault(answer.exercise().id(), Set.of()),
                Graded.advice(exercises, answer));
    }

    @TestFactory
    Stream<DynamicContainer> the_exercise_that_a_new_pack_begins_with() {
        Exercises exercises = Exercises.above(Path.of("pack"));
        return rules(exercises, exercises.catalogue().exercises());
    }

    private static Stream<DynamicContainer> rules(Exercises exercises, List<Exercise> selected) {
        ExerciseRules rules =
                new ExerciseRules(
                        exercises.grader(), answer -> Graded.of(exercises, answer), NOTEBOOKS);
        return selected.stream()
                .map(
                        exercise ->
                                dynamicContainer(
                                        exercise.heading(),
                                        rules.of(exercise).stream()
                                                .map(
                                                        rule ->
                                                                dynamicTest(
                                                                        rule.name(),
                                                                        rule.check()))));
    }
}
