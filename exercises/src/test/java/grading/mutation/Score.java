package grading.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import ormlab.grade.Answer;
import ormlab.grade.Exercise;
import ormlab.grade.Grader;
import ormlab.grade.Verdict;

/**
 * Counts how many small mistakes in a solution its grader notices.
 *
 * @param exercise the exercise
 * @param caught how many mutants did not pass
 * @param survivors the mutants that passed but should not have
 * @param equivalents the mutants that passed and are listed as equivalent
 * @param idle mutants that are listed as equivalent although none of them passed
 */
record Score(
        Exercise exercise,
        int caught,
        List<String> survivors,
        List<String> equivalents,
        List<String> idle) {
    private static final String LIST = "equivalent.txt";

    /** Grades every mutant of an exercise's solution. */
    static Score of(Grader grader, Exercise exercise) {
        Path folder = exercise.folder().resolve("solution");
        Answer solution = Answer.inFolder(exercise, folder);
        Map<String, Verdict> verdicts = new ConcurrentSkipListMap<>();
        named(mutants(solution, folder)).entrySet().parallelStream()
                .forEach(
                        mutant -> {
                            Map<String, String> files = new TreeMap<>(solution.files());
                            files.put(mutant.getValue().file(), mutant.getValue().text());
                            verdicts.put(
                                    mutant.getKey(),
                                    grader.grade(exercise, new Answer(files, List.of())).verdict());
                        });
        return judged(exercise, verdicts, listed(exercise.folder().resolve(LIST)));
    }

    /**
     * Returns the mutants by name; if the same change can be made twice on a line, the name
     * contains a number.
     */
    private static Map<String, Mutant> named(List<Mutant> mutants) {
        Map<String, Mutant> named = new TreeMap<>();
        for (Mutant mutant : mutants) {
            String name = mutant.name();
            for (int number = 2; named.containsKey(name); number++) {
                name = mutant.name() + " (" + number + ")";
            }
            named.put(name, mutant);
        }
        return named;
    }

    private static List<Mutant> mutants(Answer solution, Path folder) {
        List<Mutant> mutants = new ArrayList<>();
        solution.files()
                .forEach(
                        (name, text) -> {
                            if (!Files.exists(folder.resolve(name))) {
                                return; // the solution does not change this file of the stub
                            }
                            mutants.addAll(
                                    name.endsWith(".java")
                                            ? JavaMutations.of(name, text)
                                            : TextMutations.ofScript(name, text));
                        });
        return mutants;
    }

    private static Score judged(
            Exercise exercise, Map<String, Verdict> verdicts, Set<String> listed) {
        List<String> survivors = new ArrayList<>();
        List<String> equivalents = new ArrayList<>();
        int caught = 0;
        for (Map.Entry<String, Verdict> mutant : verdicts.entrySet()) {
            if (mutant.getValue() == Verdict.PASSED) {
                (listed.contains(mutant.getKey()) ? equivalents : survivors).add(mutant.getKey());
            } else if (mutant.getValue() != Verdict.DOES_NOT_COMPILE) {
                caught++;
            }
        }
        List<String> idle = listed.stream().filter(name -> !equivalents.contains(name)).toList();
        return new Score(exercise, caught, survivors, equivalents, idle);
    }

    private static Set<String> listed(Path file) {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            Set<String> listed = new LinkedHashSet<>();
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(listed::add);
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the percentage of mutants that were caught. */
    double percent() {
        int counted = caught + survivors.size();
        return counted == 0 ? 100 : 100.0 * caught / counted;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        "%-6s %-45s %4.0f %%  %3d caught, %d survived, %d equivalent",
                        exercise.id(),
                        exercise.title(),
                        percent(),
                        caught,
                        survivors.size(),
                        equivalents.size()));
        survivors.forEach(name -> text.append("\n    ").append(name));
        idle.forEach(name -> text.append("\n    listed, but caught or gone: ").append(name));
        return text.toString();
    }
}
