package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody wrote for an exercise.
 *
 * @param files name and text of each file, Java sources and others
 * @param elsewhere where the compiler may find further classes that the files use
 */
public record Answer(Map<String, String> files, List<Path> elsewhere) {
    /** Copies the files. */
    public Answer {
        files = Map.copyOf(files);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Reads an answer from a folder of the catalogue; what is not there is taken from the stub.
     *
     * @param folder a folder with some of its files
     */
    public static Answer inFolder(Exercise exercise, Path folder) {
        Map<String, String> files = new TreeMap<>(exercise.stub());
        files.putAll(TextFiles.read(folder));
        return new Answer(files, List.of());
    }

    /**
     * Reads the reader's own answer.
     *
     * @param sources the folder of the working copies, which has a folder for each chapter
     */
    static Answer inSources(Exercise exercise, Path sources) {
        Map<String, String> files = new TreeMap<>(exercise.stub());
        files.replaceAll(
                (name, stub) -> {
                    Path file = sources.resolve(exercise.chapter()).resolve(name);
                    return Files.isRegularFile(file) ? TextFiles.text(file) : stub;
                });
        return new Answer(files, List.of(sources));
    }

    /** Returns whether nothing but blanks differs from the stub. */
    boolean isUntouched(Exercise exercise) {
        return exercise.stub().entrySet().stream()
                .allMatch(
                        stub ->
                                bare(stub.getValue())
                                        .equals(bare(files.getOrDefault(stub.getKey(), ""))));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
