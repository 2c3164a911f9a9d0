package ormlab.host;

import java.util.Optional;

/**
 * A program that runs its user's code piece by piece, such as the kernel of a notebook.
 *
 * <p>A host decides which threads share a session, and it shows errors to a person: there, the
 * library keeps a cause as a suppressed exception and leaves only the user's own lines in a stack
 * trace. Without a host, as in every ordinary program, each thread has its own session, and errors
 * keep their causes and traces.
 *
 * <p>Hosts are found by {@link java.util.ServiceLoader}.
 */
public interface Host {
    /**
     * Returns whether this host runs the calling thread. All threads of one host share a session.
     *
     * @return true on a thread that runs the user's code
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
     * Returns a frame of the user's code with the place and the line that the user sees.
     *
     * @param frame a frame of a stack trace
     * @return the same frame where its file and line are already what the user sees
     */
    default StackTraceElement located(StackTraceElement frame) {
        return frame;
    }

    /**
     * Returns whether the user has stopped the code that the calling thread runs. From then on the
     * library sends no statement and no commit on this thread.
     *
     * @return true from the interrupt until the code has ended
     */
    default boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** Called when the user's code opens a database, before the library returns any value. */
    default void opened() {
        // Most hosts can show values without preparing for it.
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
