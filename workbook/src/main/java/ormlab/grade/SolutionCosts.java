package ormlab.grade;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What the reference solutions send, each run once in a process. */
final class SolutionCosts {
    private static final Map<String, List<Cost>> KNOWN = new ConcurrentHashMap<>();

    private SolutionCosts() {}

    /**
     * Returns the costs of the solution's tasks.
     *
     * @param costs runs an answer and returns the cost of each task that passes
     */
    static List<Cost> of(Exercise exercise, BiFunction<Exercise, Answer, List<Cost>> costs) {
        return KNOWN.computeIfAbsent(
                exercise.folder() + " " + GradingBasis.of(exercise, List.of()),
                key -> costs.apply(exercise, Answer.inFolder(exercise, exercise.solutionFolder())));
    }
}
