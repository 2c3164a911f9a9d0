package ormlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A trace while its code runs. */
final class Recording {
    /** An event that is complete only once the rows of its query have been read. */
    private record Pending(Supplier<Trace.Event> event) {}

    private final List<Advisor.Entry> entries = new ArrayList<>();
    private final int most;
    private @Nullable Advisor advisor;

    Recording(int most) {
        this.most = most;
    }

    void write(Supplier<Trace.Event> event) {
        add(new Pending(event));
    }

    void note(Object fact, Advisor by) {
        add(fact);
        advisor = by;
    }

    private void add(Object what) {
        if (entries.size() < most) {
            entries.add(new Advisor.Entry(System.nanoTime(), what));
        }
    }

    Trace trace(@Nullable Object result) {
        List<Advisor.Entry> recorded =
                entries.stream()
                        .map(
                                entry ->
                                        entry.what() instanceof Pending pending
                                                ? new Advisor.Entry(
                                                        entry.nanos(), pending.event().get())
                                                : entry)
                        .toList();
        List<Trace.Event> events =
                recorded.stream()
                        .map(Advisor.Entry::what)
                        .filter(Trace.Event.class::isInstance)
                        .map(Trace.Event.class::cast)
                        .toList();
        return new Trace(
                events, "", advisor == null ? List.of() : advisor.advise(recorded, result));
    }
}
