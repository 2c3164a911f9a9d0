package ormlab.grade.rules;

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
public record KnownAnswer(
        Exercise exercise, String name, Map<String, String> files, String message) {
    /** The folder of the untouched files. */
    public static final String STUB = "stub";

    /** The folder of the reference solution. */
    public static final String SOLUTION = "solution";

    private static final String ALSO_RIGHT = "also-right";

    /** Lists every known answer of an exercise. */
    public static List<KnownAnswer> of(Exercise exercise) {
        List<KnownAnswer> answers = new ArrayList<>();
        answers.add(in(exercise, STUB));
        answers.addAll(right(exercise));
        answers.addAll(mistakes(exercise));
        return answers;
    }

    /** Lists the solution and the other right answers. */
    public static List<KnownAnswer> right(Exercise exercise) {
        return Stream.concat(
                        Stream.of(SOLUTION),
                        list(exercise.folder()).stream()
                                .map(path -> path.getFileName().toString())
                                .filter(name -> name.startsWith(ALSO_RIGHT)))
                .map(name -> in(exercise, name))
                .toList();
    }

    /**
     * Lists the known mistakes.
     *
     * @throws IllegalStateException when the diff of one does not apply to the solution
     */
    public static List<KnownAnswer> mistakes(Exercise exercise) {
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

    /**
     * Returns the answer in a folder of the exercise; files that are not in it come from the stub.
     */
    public static KnownAnswer in(Exercise exercise, String folder) {
        Path path = exercise.folder().resolve(folder);
        return new KnownAnswer(
                exercise,
                exercise.folder().getFileName() + "/" + folder,
                Answer.inFolder(exercise, path).files(),
                "");
    }

    /** Returns the answer as a reader would hand it in. */
    public Answer answer() {
        return new Answer(files, List.of());
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
