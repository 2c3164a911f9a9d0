package ormlab.error;

import ormlab.kernel.KernelThread;

/**
 * Says in short words what went wrong, with the values, and what to do next.
 *
 * <p>The root of this library's own errors; all are unchecked. Hibernate's and JDBC's errors stay
 * what they are where nothing can be said better.
 *
 * <p>In a notebook a kernel prints the whole chain of causes below a cell, thirty lines of it.
 * There, the cause is kept as a suppressed exception ({@link #getSuppressed()}), which a kernel
 * does not print, and only the reader's own lines stay in the trace. Anywhere else the cause is
 * where Java developers look for it.
 */
public class OrmlabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message what happened, with the values, and what to do next
     */
    public OrmlabException(String message) {
        this(message, null);
    }

    /**
     * Says what went wrong and keeps the cause.
     *
     * @param message what happened, with the values, and what to do next
     * @param cause the error behind it, or null
     */
    @SuppressWarnings("this-escape") // shortening only cuts the trace, which is complete by now
    public OrmlabException(String message, Throwable cause) {
        super(message, KernelThread.isCurrent() ? null : cause);
        if (KernelThread.isCurrent() && cause != null) {
            addSuppressed(cause);
        }
        CellTrace.shorten(this);
    }
}
