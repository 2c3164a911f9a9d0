package ormlab.grade;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Keeps an answer from running forever and from ending the program that grades it.
 *
 * <p>{@link GuardedCode} inserts calls to these methods into an answer's compiled classes. No other
 * code needs them.
 */
public final class Guard {
    private static final Set<String> ENDING = Set.of("exit", "halt", "halt0");
    private static final Set<String> PROGRAM =
            Set.of("java.lang.System", "java.lang.Runtime", "java.lang.Shutdown");
    private static final String GRADER = Guard.class.getPackageName();

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
                            + ", which ends the whole program: in a notebook that is the kernel with"
                            + " all its variables. Return from the method, or throw an exception.");
        }
    }

    /** Thrown if an answer tries to access what the grader keeps private. */
    static final class GraderRefused extends Error {
        private static final long serialVersionUID = 1L;

        GraderRefused(String opened) {
            super(
                    "The code opens private parts of the grader (%s). An answer may not do that; solve the tasks instead."
                            .formatted(opened));
        }
    }

    /** Stops the calling thread if its answer has run out of time. */
    public static void check() {
        if (Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                && answer.isOver()) {
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

    /** Refuses a method that ends the program and was found by reflection. */
    public static void check(Method method) {
        check(method.getDeclaringClass(), method.getName());
    }

    /** Refuses a method that ends the program and was found as a method handle. */
    public static void check(Class<?> owner, String name) {
        if (ENDING.contains(name) && PROGRAM.contains(owner.getName())) {
            throw new ExitRefused(owner.getSimpleName() + "." + name);
        }
    }

    /** Refuses access to what the grader keeps private. */
    public static void check(AccessibleObject opened) {
        if (opened instanceof Member member
                && member.getDeclaringClass().getPackageName().startsWith(GRADER)) {
            throw new GraderRefused(member.getDeclaringClass().getSimpleName());
        }
    }

    /** Refuses a heap dump, which could contain the grader's own data. */
    public static void dump() {
        throw new GraderRefused("heap dump");
    }
}
