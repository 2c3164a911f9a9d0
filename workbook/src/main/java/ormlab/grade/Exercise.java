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
 * @param title its title
 * @param className the class to write, with its package: {@code ch02_models.Country}
 * @param section the notebook and section it belongs to
 * @param onPostgres whether its known answers get the same grades on PostgreSQL
 * @param folder the folder with its stub, hints, solutions and grader
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

    /** Returns the class that grades it: the class's name followed by {@code Test}. */
    public String graderName() {
        return className + "Test";
    }

    /**
     * Returns the folders with the grader's sources: its own, and the one that all graders share.
     */
    List<Path> graderSources() {
        return List.of(folder.resolve("grader"), folder.resolveSibling("shared"));
    }

    /** Returns the grader's file, relative to the first of its folders, with slashes. */
    String graderPath() {
        return graderName().replace('.', '/') + ".java";
    }

    Path graderFile() {
        return folder.resolve("grader").resolve(graderPath());
    }

    Path solutionFolder() {
        return folder.resolve("solution");
    }

    /**
     * Returns the number and the title.
     *
     * @return for example {@code 02.1 A country and the rules of its table}
     */
    public String heading() {
        return id + " " + title;
    }

    /** Returns the file that the reader edits, relative to the workbook's folder. */
    public String shownFile() {
        return "exercises/src/main/java/" + fileName();
    }

    /**
     * Returns the file that the reader edits, relative to the source folder.
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

    /**
     * Reads the hints. Each has a heading such as {@code # Hint 1}; its lines are joined as in
     * Markdown.
     */
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
