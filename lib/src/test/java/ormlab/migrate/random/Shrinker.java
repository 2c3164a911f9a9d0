package ormlab.migrate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Removes and lowers the choices of a failing value as long as it still fails. */
final class Shrinker {
    private static final int LONGEST_CUT = 32;

    private final Predicate<List<Integer>> fails;
    private List<Integer> smallest;
    private int triesLeft;

    private Shrinker(List<Integer> failing, int tries, Predicate<List<Integer>> fails) {
        this.smallest = failing;
        this.triesLeft = tries;
        this.fails = fails;
    }

    /**
     * Returns the smallest failing choices found.
     *
     * @param tries the maximum number of other choices to try
     * @param fails whether the value that such choices produce fails
     */
    static List<Integer> shrink(List<Integer> failing, int tries, Predicate<List<Integer>> fails) {
        Shrinker shrinker = new Shrinker(failing, tries, fails);
        List<Integer> before;
        do {
            before = shrinker.smallest;
            for (int length = LONGEST_CUT; length > 0; length /= 2) {
                shrinker.cut(length);
            }
            shrinker.lower(choice -> 0);
            shrinker.lower(choice -> 1);
            shrinker.lower(choice -> choice / 2);
            shrinker.lower(choice -> choice - 1);
        } while (!shrinker.smallest.equals(before) && shrinker.triesLeft > 0);
        return shrinker.smallest;
    }

    private void cut(int length) {
        for (int start = smallest.size() - length; start >= 0; start--) {
            if (start + length <= smallest.size()) {
                List<Integer> shorter = new ArrayList<>(smallest);
                shorter.subList(start, start + length).clear();
                attempt(shorter);
            }
        }
    }

    private void lower(UnaryOperator<Integer> less) {
        for (int i = 0; i < smallest.size(); i++) {
            if (smallest.get(i) > 0) {
                List<Integer> lower = new ArrayList<>(smallest);
                lower.set(i, less.apply(smallest.get(i)));
                attempt(lower);
            }
        }
    }

    private void attempt(List<Integer> smaller) {
        if (!smaller.equals(smallest) && triesLeft-- > 0 && fails.test(smaller)) {
            smallest = List.copyOf(smaller);
        }
    }
}
