package grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ormlab.grade.Answer;
import ormlab.grade.Exercise;
import ormlab.grade.Exercises;
import ormlab.grade.Grade;

/** Grades the answers of the catalogue, each once, whoever asks. */
final class Graded {
    private static final Map<Path, Grade> GRADES = new ConcurrentHashMap<>();

    private Graded() {}

    /** Gives the grade of an answer, for example of the folder {@code wrong/nullable-name}. */
    static Grade of(Exercises exercises, Exercise exercise, Path answer) {
        return GRADES.computeIfAbsent(
                answer,
                folder -> exercises.grader().grade(exercise, Answer.inFolder(exercise, folder)));
    }

    /** Lists the folders of all answers that the catalogue knows for an exercise. */
    static List<Path> answers(Exercise exercise) {
        List<Path> answers = new ArrayList<>();
        for (Path folder : folders(exercise.folder())) {
            answers.addAll(
                    folder.getFileName().toString().equals("wrong")
                            ? folders(folder)
                            : List.of(folder));
        }
        return answers;
    }

    /** Lists the folders in a folder, by name. */
    static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
