package ormlab.trace;

/** Remembers what is about to load by itself, so that a trace can say why a statement was sent. */
public final class Loading {
    private static final ThreadLocal<String> NEXT = new ThreadLocal<>();

    private Loading() {}

    /**
     * Names what the calling thread's next statement loads; does nothing while nobody traces.
     *
     * @param what an association such as {@code Role.users}, or a model such as {@code Role}
     */
    public static void announce(String what) {
        if (Tracer.isOn()) {
            NEXT.set(what);
        }
    }

    /** Gives and forgets the name: it belongs to one statement. */
    static String take() {
        String what = NEXT.get();
        NEXT.remove();
        return what;
    }
}
