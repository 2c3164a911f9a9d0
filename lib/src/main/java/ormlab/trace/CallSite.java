package ormlab.trace;

import java.util.List;
import java.util.Optional;
import ormlab.error.UserFrames;

/**
 * The line of your code that caused a statement.
 *
 * @param place a file such as {@code UserService.java}; in a notebook, {@code the cell}
 * @param line counted from 1
 */
public record CallSite(String place, int line) {
    /** Packages that call the database on your behalf, in addition to the library itself. */
    private static final List<String> MACHINERY =
            List.of(
                    "org.hibernate.",
                    "jakarta.persistence.",
                    "net.ttddyy.",
                    "com.zaxxer.hikari.",
                    "org.springframework.",
                    "java.",
                    "javax.",
                    "jdk.",
                    "sun.",
                    "com.sun.",
                    "io.quarkus.",
                    "jakarta.");

    /** Part of the file names that JShell invents; lines of such files are not the user's. */
    private static final String JSHELL = "$JShell$";

    /**
     * Finds the line from which the calling thread entered the library or Hibernate; empty if
     * JShell hides it.
     */
    static Optional<CallSite> current() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.filter(frame -> isUserCode(frame.getClassName()))
                                        .map(StackWalker.StackFrame::toStackTraceElement)
                                        .filter(frame -> frame.getLineNumber() > 0)
                                        .findFirst())
                .map(UserFrames::located)
                .filter(frame -> !place(frame).contains(JSHELL))
                .map(frame -> new CallSite(place(frame), frame.getLineNumber()));
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() == null ? frame.getClassName() : frame.getFileName();
    }

    private static boolean isUserCode(String type) {
        return !UserFrames.isLibraryClass(type)
                && !type.contains("$HibernateProxy")
                && !type.contains("$$")
                && MACHINERY.stream().noneMatch(type::startsWith);
    }

    /** Returns the place and the line, as in {@code UserService.java:42}. */
    @Override
    public String toString() {
        return place.contains(" ") ? "line " + line + " of " + place : place + ":" + line;
    }
}
