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
    private @Nullable Advisor advisor;

    void write(Supplier<Trace.Event> event) {
        entries.add(new Advisor.Entry(System.nanoTime(), new Pending(event)));
    }

    void note(Object fact, Advisor by) {
        entries.add(new Advisor.Entry(System.nanoTime(), fact));
        advisor = by;
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
