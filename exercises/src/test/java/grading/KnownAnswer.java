package grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ormlab.grade.Answer;
import ormlab.grade.Exercise;

/**
 * An answer that the catalogue knows: the stub, the solution, another right one or a mistake.
 *
 * @param exercise the exercise that it answers
 * @param name the exercise's folder and the answer in it: {@code 05.1-artist/mistakes/no-limit}
 * @param files name and text of each file
 * @param message what a mistake must be told; empty for other answers
 */
record KnownAnswer(Exercise exercise, String name, Map<String, String> files, String message) {
    static final String STUB = "stub";
    static final String SOLUTION = "solution";
    static final String ALSO_RIGHT = "also-right";

    /** Lists every known answer of an exercise. */
    static List<KnownAnswer> of(Exercise exercise) {
        List<KnownAnswer> answers = new ArrayList<>();
        answers.add(in(exercise, STUB));
        answers.addAll(right(exercise));
        answers.addAll(mistakes(exercise));
        return answers;
    }

    /** Lists the solution and the other right answers. */
    static List<KnownAnswer> right(Exercise exercise) {
        return Stream.concat(
                        Stream.of(SOLUTION),
                        list(exercise.folder()).stream()
                                .map(path -> path.getFileName().toString())
                                .filter(name -> name.startsWith(ALSO_RIGHT)))
                .map(name -> in(exercise, name))
                .toList();
    }

    static List<KnownAnswer> mistakes(Exercise exercise) {
        Map<String, String> solution = in(exercise, SOLUTION).files;
        return list(exercise.folder().resolve("mistakes")).stream()
                .map(MistakeDiff::read)
                .map(
                        mistake ->
                                new KnownAnswer(
                                        exercise,
                                        mistake.name(),
                                        mistake.appliedTo(solution),
                                        mistake.message()))
                .toList();
    }

    static KnownAnswer in(Exercise exercise, String folder) {
        Path path = exercise.folder().resolve(folder);
        return new KnownAnswer(
                exercise,
                exercise.folder().getFileName() + "/" + folder,
                Answer.inFolder(exercise, path).files(),
                "");
    }

    Answer answer() {
        return new Answer(files, List.of());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
