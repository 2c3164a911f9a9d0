package grading;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.rules.ExerciseRules;

/**
 * Checks the workbook's exercises, and the first exercise of a new pack, by the rules for
 * exercises.
 */
@Execution(ExecutionMode.CONCURRENT)
class CatalogueRulesIT {
    private static final Path NOTEBOOKS = Path.of("../notebooks");

    @TestFactory
    Stream<DynamicContainer> each_exercise() {
        Exercises exercises = Exercises.find();
        return rules(exercises, Selected.from(exercises));
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
