package ormlab.grade;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stores the last verdict on each exercise and the hints shown, in a small file for each, where
 * neither a clean build nor version control touches them.
 */
final class Progress {
    private static final String BETWEEN_REMARKS = "\t";

    private final Path folder;

    Progress(Path folder) {
        this.folder = folder;
    }

    void remember(Exercise exercise, Grade grade, Answer answer) {
        Map<String, String> values = new TreeMap<>();
        values.put("verdict", grade.verdict().name());
        values.put("answer", fingerprint(answer));
        values.put("remarks", String.join(BETWEEN_REMARKS, grade.remarks()));
        if (grade.verdict() == Verdict.PASSED) {
            values.put("solved", "yes");
            values.put("basis", GradingBasis.of(exercise, answer.elsewhere()));
        }
        putAll(exercise.id(), values);
    }

    /** Returns the verdict on exactly this answer, if it was graded. */
    Optional<Verdict> verdictOn(Exercise exercise, Answer answer) {
        if (!get(exercise.id(), "answer").equals(fingerprint(answer))) {
            return Optional.empty();
        }
        String kept = get(exercise.id(), "verdict");
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equals(kept))
                .findFirst();
    }

    /**
     * Returns whether exactly this answer passed, and nothing that the verdict depends on has
     * changed since.
     */
    boolean hasPassed(Exercise exercise, Answer answer) {
        return verdictOn(exercise, answer).filter(Verdict.PASSED::equals).isPresent()
                && get(exercise.id(), "basis")
                        .equals(GradingBasis.of(exercise, answer.elsewhere()));
    }

    /** Returns the remarks of the last grade. */
    List<String> remarks(Exercise exercise) {
        String kept = get(exercise.id(), "remarks");
        return kept.isEmpty() ? List.of() : List.of(kept.split(BETWEEN_REMARKS));
    }

    private static String fingerprint(Answer answer) {
        return AnswerFiles.fingerprint(new TreeMap<>(answer.files()).toString());
    }

    boolean isSolved(Exercise exercise) {
        return get(exercise.id(), "solved").equals("yes");
    }

    /** Returns the number of the next hint, from 1, and stores it. */
    int nextHint(Exercise exercise, int hints) {
        String shown = get(exercise.id(), "hints");
        int number = Math.min(hints, shown.matches("\\d{1,6}") ? Integer.parseInt(shown) + 1 : 1);
        put(exercise.id(), "hints", String.valueOf(number));
        return number;
    }

    String get(String id, String key) {
        return read(id).getOrDefault(key, "");
    }

    void put(String id, String key, String value) {
        putAll(id, Map.of(key, value));
    }

    /** Does not touch an unchanged file, so that it keeps its date. */
    private synchronized void putAll(String id, Map<String, String> values) {
        Map<String, String> all = read(id);
        Map<String, String> before = Map.copyOf(all);
        all.putAll(values);
        if (!all.equals(before)) {
            AnswerFiles.write(
                    file(id),
                    all.entrySet().stream()
                            .map(
                                    entry ->
                                            entry.getKey()
                                                    + " = "
                                                    + entry.getValue().replace("\\", "\\\\")
                                                    + "\n")
                            .collect(Collectors.joining()));
        }
    }

    /**
     * Reads stored progress; a damaged file must not stop the grading, because progress is only a
     * convenience.
     */
    private Map<String, String> read(String id) {
        Map<String, String> values = new TreeMap<>();
        Properties kept = new Properties();
        try {
            if (Files.isRegularFile(file(id))) {
                kept.load(new StringReader(TextFiles.text(file(id))));
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return values;
        }
        kept.forEach((key, value) -> values.put(key.toString(), value.toString()));
        return values;
    }

    private Path file(String id) {
        return folder.resolve(id + ".properties");
    }
}
