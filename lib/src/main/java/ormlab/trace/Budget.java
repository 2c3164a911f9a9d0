package ormlab.trace;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Limits code to a number of statements: {@code expectStatements(1, () -> …)} in a test. */
public final class Budget {
    private Budget() {}

    /**
     * Runs code and returns what it sent; fails if the number of statements differs. A batch counts
     * as one.
     *
     * @throws AssertionError if the number differs; the message lists what was sent
     */
    public static Trace expectStatements(int statements, Callable<?> code) {
        Trace trace = Tracer.record(code);
        if (trace.count() != statements) {
            throw new AssertionError(
                    "Expected %s, but %s sent:\n%s"
                            .formatted(
                                    statements == 1 ? "1 statement" : statements + " statements",
                                    trace.count() + (trace.count() == 1 ? " was" : " were"),
                                    trace.text()));
        }
        return trace;
    }

    /** Runs code without a result, as {@link #expectStatements(int, Callable)} does. */
    public static Trace expectStatements(int statements, Runnable code) {
        return expectStatements(statements, Executors.callable(code));
    }
}
