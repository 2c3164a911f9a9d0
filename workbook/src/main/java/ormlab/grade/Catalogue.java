package ormlab.grade;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;

/**
 * The workbook's exercises; readers edit copies.
 *
 * @param exercises the exercises in order
 */
public record Catalogue(List<Exercise> exercises) {
    private static final String DESCRIPTION = "exercise.properties";

    /** Copies the exercises. */
    public Catalogue {
        exercises = List.copyOf(exercises);
    }

    /**
     * Reads a catalogue.
     *
     * @param folder a folder that contains a folder for each exercise
     * @return the catalogue in order
     * @throws OrmlabException if the description of an exercise is invalid
     */
    public static Catalogue in(Path folder) {
        List<Exercise> found = new ArrayList<>();
        for (Path entry : TextFiles.list(folder)) {
            if (Files.isRegularFile(entry.resolve(DESCRIPTION))) {
                found.add(exercise(entry));
            }
        }
        return new Catalogue(found.stream().sorted().toList());
    }

    private static Exercise exercise(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        Properties described = new Properties();
        try {
            described.load(new StringReader(TextFiles.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = folder.getFileName().toString();
        String id = name.substring(0, Math.max(0, name.indexOf('-')));
        if (!ExerciseNumbers.isId(id)) {
            throw new OrmlabException(
                    "The folder %s has no number. Name it after its exercise, for example 02.1-country."
                            .formatted(folder));
        }
        return new Exercise(
                id,
                value(described, "title", file),
                value(described, "class", file),
                value(described, "section", file),
                onPostgres(described.getProperty("databases", "sqlite"), file),
                folder);
    }

    private static boolean onPostgres(String databases, Path file) {
        String wanted = databases.replaceAll("\\s", "");
        if (!wanted.equals("sqlite") && !wanted.equals("sqlite,postgresql")) {
            throw new OrmlabException(
                    "databases = %s in %s is not understood. Write sqlite, or sqlite, postgresql."
                            .formatted(databases, file));
        }
        return wanted.contains("postgresql");
    }

    private static String value(Properties described, String key, Path file) {
        return Optional.ofNullable(described.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () ->
                                new OrmlabException(
                                        "The file " + file + " lacks '" + key + " = …'."));
    }

    /**
     * Finds an exercise.
     *
     * @param id its number, as in {@code 02.1}; {@code 2.1} is accepted too
     * @throws OrmlabException if there is none with this number; the message suggests the nearest
     */
    public Exercise get(@Nullable String id) {
        String wanted = id == null ? "" : id.strip();
        return exercises.stream()
                .filter(
                        exercise ->
                                ExerciseNumbers.isId(wanted)
                                        && ExerciseNumbers.selects(wanted, exercise.id()))
                .findFirst()
                .orElseThrow(() -> unknown(wanted));
    }

    private OrmlabException unknown(String id) {
        List<String> known = exercises.stream().map(Exercise::id).toList();
        return new OrmlabException(
                "There is no exercise '%s'.%s progress() lists all of them."
                        .formatted(id, Suggestion.question(id, known)));
    }

    /**
     * Selects exercises.
     *
     * @param selection a number ({@code 02.1}), a chapter ({@code 02}), several separated by
     *     commas, or nothing for all
     * @throws OrmlabException if nothing is selected
     */
    public List<Exercise> select(String selection) {
        List<Exercise> picked =
                exercises.stream()
                        .filter(
                                exercise ->
                                        Stream.of(selection.split(","))
                                                .anyMatch(
                                                        part ->
                                                                ExerciseNumbers.selects(
                                                                        part, exercise.id())))
                        .toList();
        if (picked.isEmpty()) {
            throw unknown(selection);
        }
        return picked;
    }
}
