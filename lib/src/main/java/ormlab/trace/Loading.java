package ormlab.trace;

import org.jspecify.annotations.Nullable;

/** Records what is about to be loaded lazily, so that a trace can show why a statement was sent. */
public final class Loading {
    private static final ThreadLocal<String> NEXT = new ThreadLocal<>();

    private Loading() {}

    /**
     * Names what the calling thread's next statement loads, an association such as {@code
     * Role.users} or a model such as {@code Role}. Does nothing without a trace.
     */
    public static void announce(String what) {
        if (Tracer.isOn()) {
            NEXT.set(what);
        }
    }

    /** Returns and forgets the name, which belongs to one statement. */
    static @Nullable String take() {
        String what = NEXT.get();
        NEXT.remove();
        return what;
    }
}
