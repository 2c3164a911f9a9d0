package ormlab.migrate.random;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The random choices that produce a value; each is a small number, and 0 is the simplest. The same
 * choices always produce the same value, so a failing value can be shrunk by removing and lowering
 * choices: see {@link Shrinker}.
 */
final class Choices {
    /** A source of numbers from 0 up to a bound, which is excluded. */
    private interface Source {
        int below(int bound);
    }

    private final Source source;
    private final List<Integer> made = new ArrayList<>();

    private Choices(Source source) {
        this.source = source;
    }

    /** Creates choices that depend only on a seed. */
    static Choices seeded(long seed) {
        return new Choices(new SplittableRandom(seed)::nextInt);
    }

    /** Repeats choices, followed by the simplest ones. */
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
     * Creates a list; each length is equally likely. A separate choice precedes each element, so
     * that removing neighbouring choices removes an element.
     */
    <T> List<T> upTo(int most, Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        while (elements.size() < most && below(most - elements.size() + 1) > 0) {
            elements.add(element.get());
        }
        return elements;
    }
}
