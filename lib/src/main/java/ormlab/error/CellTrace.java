package ormlab.error;

import java.util.Arrays;
import ormlab.kernel.KernelThread;

/** Cuts stack traces down to the reader's own lines, in a notebook only. */
public final class CellTrace {
    /**
     * JShell wraps each snippet in a class of the package REPL; every other frame is machinery to
     * the reader.
     */
    private static final String SNIPPETS = "REPL.";

    private CellTrace() {}

    /**
     * Cuts the traces of an error and of its causes; outside of a notebook does nothing.
     *
     * @param error the error that is about to be thrown; null is given back as it is
     * @param <E> its type
     * @return the same error
     */
    public static <E extends Throwable> E shorten(E error) {
        if (error != null && KernelThread.isCurrent()) {
            error.setStackTrace(
                    Arrays.stream(error.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith(SNIPPETS))
                            .toArray(StackTraceElement[]::new));
            for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
                cause.setStackTrace(new StackTraceElement[0]);
            }
        }
        return error;
    }
}
