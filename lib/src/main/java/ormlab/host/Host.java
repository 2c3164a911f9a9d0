package ormlab.host;

import java.util.Optional;

/**
 * A program that runs its user's code piece by piece, such as the kernel of a notebook.
 *
 * <p>A host decides which threads share a session, and it shows errors to its user. So in a host,
 * the library keeps causes as suppressed exceptions and only the user's own lines in stack traces.
 * Without a host, as in every ordinary program, each thread has its own session, and errors keep
 * their causes and traces.
 *
 * <p>Hosts are found by {@link java.util.ServiceLoader}.
 */
public interface Host {
    /**
     * Returns whether this host runs the calling thread. All threads of one host share a session.
     */
    boolean isCurrent();

    /**
     * Returns what error messages call this host.
     *
     * @return for example {@code "the notebook"}
     */
    String name();

    /**
     * Returns whether a stack frame belongs to the user's own code.
     *
     * @param frame a frame of a stack trace
     * @return false for the frames of libraries and of the host itself
     */
    boolean isUserCode(StackTraceElement frame);

    /**
     * Returns a frame of the user's code with the file and the line that the user sees.
     *
     * @param frame a frame of a stack trace
     * @return the same frame if its file and line are already correct
     */
    default StackTraceElement located(StackTraceElement frame) {
        return frame;
    }

    /**
     * Returns whether the user has stopped the code that the calling thread runs. If so, the
     * library sends no more statements or commits on this thread.
     *
     * @return true from the interrupt until the code has ended
     */
    default boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** Called when the user's code opens a database, before the library returns any value. */
    default void opened() {
        // Most hosts can show values without any preparation.
    }

    /**
     * Returns the host that runs the calling thread.
     *
     * @return the host, or empty in an ordinary program
     */
    static Optional<Host> current() {
        return InstalledHosts.current();
    }
}
