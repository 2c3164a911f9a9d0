package ormlab.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a reader wrote for an exercise.
 *
 * @param files name and text of each file, Java sources and others
 * @param elsewhere where the compiler may find other classes that the files use
 */
public record Answer(Map<String, String> files, List<Path> elsewhere) {
    private static final Pattern CODE =
            Pattern.compile("\\.(java|class|kts?|groovy|scala|txt)$", Pattern.CASE_INSENSITIVE);

    /** Copies the files. */
    public Answer {
        files = Map.copyOf(files);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Reads an answer from a folder of the catalogue; missing files come from the stub.
     *
     * @param folder a folder with some of the exercise's files
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

    /** Returns whether the answer differs from the stub in nothing but white space. */
    boolean isUntouched(Exercise exercise) {
        return exercise.stub().entrySet().stream()
                .allMatch(
                        stub ->
                                bare(stub.getValue())
                                        .equals(bare(files.getOrDefault(stub.getKey(), ""))));
    }

    /** Returns why the files are not an answer at all, or empty. */
    Optional<String> formProblem(Exercise exercise) {
        Optional<String> empty =
                files.keySet().stream()
                        .filter(name -> name.endsWith(".java") && files.get(name).isBlank())
                        .sorted()
                        .findFirst();
        if (empty.isPresent()) {
            return Optional.of(
                    "The file %s is empty. Write your answer into it; reset(\"%s\") restores the stub."
                            .formatted(empty.get(), exercise.id()));
        }
        return isUntouched(exercise) ? misnamed(exercise) : Optional.empty();
    }

    /**
     * Returns whether a file has a wrong name, because the answer would look as if it had not been
     * started.
     */
    private Optional<String> misnamed(Exercise exercise) {
        for (Path sources : elsewhere) {
            for (Path file : TextFiles.list(sources.resolve(exercise.chapter()))) {
                String found = file.getFileName().toString();
                for (String expected : files.keySet()) {
                    if (!files.containsKey(found)
                            && CODE.matcher(found).find()
                            && stem(found).equals(stem(expected))) {
                        return Optional.of(
                                "%s was found, but the answer is expected in %s, as Java source with exactly this name."
                                        .formatted(found, expected));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String stem(String name) {
        return name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
