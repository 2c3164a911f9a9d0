package ormlab.grade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Is one exercise of the catalogue.
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
     * Gives the package of the exercise.
     *
     * @return the package, as in {@code ch02_models}
     */
    public String chapter() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /**
     * Gives the class that grades it: the name of the class with {@code Test} behind it.
     *
     * @return the grader's class name with its package
     */
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
     * Gives the file that the reader edits, below the folder of sources.
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
        return Folder.read(folder.resolve("stub"));
    }

    /**
     * Reads the hints.
     *
     * @return the hints in order
     */
    public List<String> hints() {
        return Hints.in(folder.resolve("hints.md"));
    }

    /** Orders by chapter and number, so that 02.10 follows 02.9. */
    @Override
    public int compareTo(Exercise other) {
        return Ids.ORDER.compare(id, other.id);
    }
}
