package ormlab.grade;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Describes an error that ended an answer: what it was and where in the reader's own file, without
 * a stack trace.
 */
final class CrashMessage {
    private static final int LONGEST = 700;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_CHAIN = 50;

    private CrashMessage() {}

    static String text(Throwable thrown, Map<String, String> files) {
        try {
            return told(thrown, files);
        } catch (Throwable odd) { // getMessage and getCause may be the answer's own
            return "%s: its message cannot be read, because that throws %s."
                    .formatted(thrown.getClass().getSimpleName(), odd.getClass().getSimpleName());
        }
    }

    private static String told(Throwable thrown, Map<String, String> files) {
        Throwable error = unwrapped(thrown);
        String where =
                frame(error, files)
                        .map(frame -> where(frame.getFileName(), frame.getLineNumber(), files))
                        .orElse("");
        return sentence(error) + where;
    }

    /**
     * Returns the actual error: reflection and static initialisers wrap the reader's, and an
     * OutOfMemoryError may be wrapped in anything.
     */
    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapper =
                thrown instanceof InvocationTargetException
                        || thrown instanceof ExceptionInInitializerError;
        if (wrapper && thrown.getCause() != null) {
            return unwrapped(thrown.getCause());
        }
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .filter(OutOfMemoryError.class::isInstance)
                .findFirst()
                .orElse(thrown);
    }

    private static String sentence(Throwable error) {
        if (error instanceof Guard.ExitRefused) {
            return error.getMessage();
        }
        if (error instanceof StackOverflowError) {
            return "A method calls itself endlessly (StackOverflowError).";
        }
        if (error instanceof OutOfMemoryError
                && String.valueOf(error.getMessage()).contains("thread")) {
            return "The system starts no more threads (OutOfMemoryError): too many are running.";
        }
        if (error instanceof OutOfMemoryError) {
            return "The memory is used up (OutOfMemoryError): something grows without limit.";
        }
        String message = error.getMessage() == null ? "" : error.getMessage().strip();
        String name = error.getClass().getSimpleName();
        String root = rootMessage(error);
        String cause = message.contains(root) ? "" : "\nbecause: " + root;
        return TextWrap.cut(name + (message.isEmpty() ? "" : ": " + message) + cause, LONGEST);
    }

    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? "" : root.getMessage().strip();
    }

    /** Finds the line of the reader's own file in the error or its causes. */
    private static Optional<StackTraceElement> frame(Throwable error, Map<String, String> files) {
        Optional<StackTraceElement> own =
                Arrays.stream(error.getStackTrace())
                        .filter(
                                frame ->
                                        frame.getFileName() != null
                                                && files.containsKey(frame.getFileName()))
                        .filter(frame -> frame.getLineNumber() > 0)
                        .findFirst();
        return own.isPresent() || error.getCause() == null ? own : frame(error.getCause(), files);
    }

    /** Names a line of the reader's own file and shows it. */
    static String where(String file, int line, Map<String, String> files) {
        String code =
                files.getOrDefault(file, "").lines().skip(line - 1L).findFirst().orElse("").strip();
        return "\nin %s, line %d:\n    %s".formatted(file, line, TextWrap.cut(code, LONGEST_LINE));
    }
}
