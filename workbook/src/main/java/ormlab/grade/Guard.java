package ormlab.grade;

/**
 * Keeps an answer from running for ever and from ending the program that grades it.
 *
 * <p>{@link GuardedCode} puts calls of these methods into an answer's compiled classes. Nobody else
 * needs them.
 */
public final class Guard {
    private Guard() {}

    /**
     * Ends an answer whose time is over. It is an Error, so that no {@code catch (Exception e)}
     * stops it.
     */
    static final class TimeIsOver extends Error {
        private static final long serialVersionUID = 1L;

        TimeIsOver() {
            super("The time is over.", null, false, false);
        }
    }

    /** Says that an answer tried to end the program. */
    static final class ExitRefused extends Error {
        private static final long serialVersionUID = 1L;

        ExitRefused(String call) {
            super(
                    "The code calls "
                            + call
                            + ", which ends the whole program: in a notebook that is the kernel with"
                            + " all its variables. Return from the method, or throw an exception.");
        }
    }

    /** Stops the calling thread when the time of the answer that it runs is over. */
    public static void check() {
        if (Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                && answer.isOver()) {
            throw new TimeIsOver();
        }
    }

    /**
     * Refuses {@code System.exit}.
     *
     * @param status the status that was asked for
     */
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    /**
     * Refuses {@code exit} and {@code halt} of the Runtime.
     *
     * @param runtime the runtime, not used
     * @param status the status that was asked for
     */
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit(" + status + ")");
    }
}
