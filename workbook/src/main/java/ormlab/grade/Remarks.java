package ormlab.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ormlab.trace.Advice;

/**
 * Finds what a right answer could do with fewer SELECTs or rows, as the solution does.
 *
 * <p>Numbers alone prove nothing, because a grader may call a method several times. So only an
 * answer whose traces contain advice gets a remark. The traces include what the grader sends, which
 * is the same for both, so a remark states the difference.
 */
final class Remarks {
    private static final int MOST = 2;

    /** One SELECT more may be a matter of taste. */
    private static final int CLEARLY_MORE = 2;

    /** A remark, and how much the answer sends in excess of the solution. */
    private record Remark(long excess, String text) {}

    private Remarks() {}

    /**
     * Compares a right answer with the solution.
     *
     * @param answer the costs of its tasks
     * @param solution runs the solution and returns the same; not used if there is no advice
     * @return at most two remarks; none if the answer is as cheap as the solution
     */
    static List<String> on(List<Cost> answer, Supplier<List<Cost>> solution) {
        if (answer.stream().allMatch(cost -> cost.advice().isEmpty())) {
            return List.of();
        }
        List<Cost> better = solution.get();
        List<Remark> remarks = new ArrayList<>();
        for (int task = 0; task < answer.size() && answer.size() == better.size(); task++) {
            on(task + 1, answer.get(task), better.get(task)).ifPresent(remarks::add);
        }
        return remarks.stream()
                .sorted(Comparator.comparingLong(Remark::excess).reversed())
                .map(Remark::text)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<Remark> on(int task, Cost answer, Cost solution) {
        Optional<Advice> advice =
                answer.advice().entrySet().stream()
                        .filter(one -> !solution.advice().containsKey(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        int selects = answer.selects() - solution.selects();
        if (selects >= CLEARLY_MORE) {
            String more =
                    "Right, with %d more SELECTs than the solution in task %d. "
                            .formatted(selects, task);
            return advice.map(one -> new Remark(selects, more + one));
        }
        long rows = answer.rows() - solution.rows();
        return advice.filter(one -> rows > 0).map(one -> new Remark(rows, "Right. " + one));
    }
}
