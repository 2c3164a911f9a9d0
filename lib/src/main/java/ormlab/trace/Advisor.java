package ormlab.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how a trace's code could cost less. */
public interface Advisor {
    /**
     * One entry of a trace while it is recorded: an event, or a fact that an advisor recorded.
     *
     * @param nanos when it was recorded, as {@link System#nanoTime()} counts
     */
    record Entry(long nanos, Object what) {}

    /**
     * Returns advice on what was recorded, the most useful first.
     *
     * @param entries events and facts in the order in which they were recorded
     * @param result what the traced code returned, which its caller may still read
     */
    List<Advice> advise(List<Entry> entries, @Nullable Object result);
}
