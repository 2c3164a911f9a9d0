package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One exercise of the catalogue.
 *
 * @param id chapter and number, as in {@code 02.1}
 * @param title what it is called
 * @param className the class to be written, with its package: {@code ch02_models.Country}
 * @param section the notebook and section it belongs to
 * @param onPostgres whether its known answers get the same grades on PostgreSQL, too
 * @param folder where its stub, hints, solutions and grader are
 */
public record Exercise(
        String id, String title, String className, String section, boolean onPostgres, Path folder)
        implements Comparable<Exercise> {

    /**
     * Returns the package of the exercise.
     *
     * @return the package, as in {@code ch02_models}
     */
    public String chapter() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** Returns the class that grades it: the name of the class with {@code Test} behind it. */
    public String graderName() {
        return className + "Test";
    }

    /**
     * Returns the folders with the grader's sources: its own, and the one that all graders share.
     *
     * @return roots of Java sources
     */
    List<Path> graderSources() {
        return List.of(folder.resolve("grader"), folder.resolveSibling("shared"));
    }

    /** Returns the grader's file below the first of its folders, with slashes. */
    String graderPath() {
        return graderName().replace('.', '/') + ".java";
    }

    Path graderFile() {
        return folder.resolve("grader").resolve(graderPath());
    }

    /**
     * Returns the number and the title.
     *
     * @return for example {@code 02.1 A country and the rules of its table}
     */
    public String heading() {
        return id + " " + title;
    }

    /** Returns the file that the reader edits, below the workbook's folder. */
    public String shownFile() {
        return "exercises/src/main/java/" + fileName();
    }

    /**
     * Returns the file that the reader edits, below the folder of sources.
     *
     * @return the path with slashes: {@code ch02_models/Country.java}
     */
    public String fileName() {
        return className.replace('.', '/') + ".java";
    }

    /**
     * Reads the untouched files.
     *
     * @return name and text of each
     */
    public Map<String, String> stub() {
        return TextFiles.read(folder.resolve("stub"));
    }

    /** Reads the hints. Each is below a heading {@code # Hint 1}; its lines flow as in Markdown. */
    public List<String> hints() {
        Path file = folder.resolve("hints.md");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        return Stream.of(TextFiles.text(file).split("(?m)^# .*$"))
                .map(String::strip)
                .map(hint -> hint.replaceAll("(?<=\\S)\n(?=\\S)", " "))
                .filter(hint -> !hint.isEmpty())
                .toList();
    }

    /** Orders by chapter and number, so that 02.10 follows 02.9. */
    @Override
    public int compareTo(Exercise other) {
        return ExerciseNumbers.ORDER.compare(id, other.id);
    }
}
