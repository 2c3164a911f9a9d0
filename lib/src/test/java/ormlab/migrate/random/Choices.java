package ormlab.migrate.random;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The random choices that make up a value, each a small number where 0 is the simplest. The same
 * choices make the same value, so a failing value is made smaller by leaving choices out and
 * lowering them: see {@link Shrinker}.
 */
final class Choices {
    /** A source of numbers from 0 to less than a bound. */
    private interface Source {
        int below(int bound);
    }

    private final Source source;
    private final List<Integer> made = new ArrayList<>();

    private Choices(Source source) {
        this.source = source;
    }

    /** Makes choices that only depend on a seed. */
    static Choices seeded(long seed) {
        return new Choices(new SplittableRandom(seed)::nextInt);
    }

    /** Repeats choices, and chooses the simplest after the last of them. */
    static Choices repeated(List<Integer> choices) {
        Iterator<Integer> rest = choices.iterator();
        return new Choices(bound -> rest.hasNext() ? Math.min(rest.next(), bound - 1) : 0);
    }

    /** Returns the choices made so far. */
    List<Integer> made() {
        return List.copyOf(made);
    }

    int below(int bound) {
        int choice = source.below(bound);
        made.add(choice);
        return choice;
    }

    boolean either() {
        return below(2) > 0;
    }

    /** Returns true in one of four cases. */
    boolean rarely() {
        return below(4) == 3;
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /**
     * Makes a list; each length is equally likely. Each element is preceded by a choice of its own,
     * so that leaving out neighbouring choices leaves out an element.
     */
    <T> List<T> upTo(int most, Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        while (elements.size() < most && below(most - elements.size() + 1) > 0) {
            elements.add(element.get());
        }
        return elements;
    }
}
