package grading.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import ormlab.grade.Exercises;
import ormlab.grade.Grader;

/**
 * Measures the graders: {@code ./mvnw test -Pmutation}, with {@code -Dexercise=02.1} for one of
 * them.
 *
 * <p>A reference solution with a small mistake must not pass. This is not part of the usual build,
 * because it takes minutes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationScore {
    private static final double LEAST_PERCENT = 90;

    /** Shorter than usual, because mutants are endless loops more often than answers are. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final List<Score> scores = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> small_mistakes_in_a_solution_are_noticed() {
        Exercises exercises = Exercises.find();
        Grader grader = new Grader(LIMIT);
        String selection = System.getProperty("exercise", "");
        return exercises.catalogue().select(selection).stream()
                .map(
                        exercise ->
                                dynamicTest(
                                        exercise.id() + " " + exercise.title(),
                                        () -> judge(Score.of(grader, exercise))));
    }

    private void judge(Score score) {
        scores.add(score);
        System.out.println(score);
        assertTrue(score.percent() >= LEAST_PERCENT, score::toString);
        assertTrue(score.idle().isEmpty(), score::toString);
    }

    @AfterAll
    void tell() throws IOException {
        int caught = scores.stream().mapToInt(Score::caught).sum();
        int survived = scores.stream().mapToInt(score -> score.survivors().size()).sum();
        int equivalent = scores.stream().mapToInt(score -> score.equivalents().size()).sum();
        String sum =
                String.format(
                        "%d exercises: %.1f %% of %d mutants caught; %d equivalent ones are listed",
                        scores.size(),
                        100.0 * caught / Math.max(1, caught + survived),
                        caught + survived,
                        equivalent);
        System.out.println(sum);
        List<String> lines = new ArrayList<>(scores.stream().map(Score::toString).toList());
        lines.add(sum);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/mutation.txt"), lines);
    }
}
