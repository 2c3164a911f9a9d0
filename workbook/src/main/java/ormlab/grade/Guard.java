package ormlab.grade;

/**
 * Keeps an answer from running forever and from ending the program that grades it.
 *
 * <p>{@link GuardedCode} inserts calls to these methods into an answer's compiled classes. No other
 * code needs them.
 */
public final class Guard {
    private Guard() {}

    /**
     * Ends an answer that has run out of time. It is an Error, so that {@code catch (Exception e)}
     * does not stop it.
     */
    static final class TimeIsOver extends Error {
        private static final long serialVersionUID = 1L;

        TimeIsOver() {
            super("The time is up.", null, false, false);
        }
    }

    /** Thrown if an answer tries to end the program. */
    static final class ExitRefused extends Error {
        private static final long serialVersionUID = 1L;

        ExitRefused(String call) {
            super(
                    "The code calls "
                            + call
                            + ", which ends the whole program: in a notebook that is the kernel"
                            + " with all its variables. Return from the method, or throw an"
                            + " exception.");
        }
    }

    /**
     * Stops the calling thread if the answer that it runs is over, whichever thread that is.
     *
     * @param own the class of the answer that calls this
     */
    public static void check(Class<?> own) {
        if (own.getClassLoader() instanceof AnswerLoader answer && answer.isOver()) {
            throw new TimeIsOver();
        }
    }

    /**
     * Refuses {@code System.exit}.
     *
     * @param status the status that was requested
     */
    public static void exit(int status) {
        throw new ExitRefused("System.exit(" + status + ")");
    }

    /**
     * Refuses {@code exit} and {@code halt} of the Runtime.
     *
     * @param runtime the runtime, not used
     * @param status the status that was requested
     */
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit(" + status + ")");
    }
}
