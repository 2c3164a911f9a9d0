package ormlab.error;

import java.util.Arrays;
import ormlab.host.Host;

/** Cuts stack traces down to the user's own lines where a {@link Host} shows them. */
public final class ShortTrace {
    private ShortTrace() {}

    /**
     * Shortens the traces of an error and of its causes; does nothing in an ordinary program.
     *
     * @param error the error that is about to be thrown; null is returned as it is
     * @param <E> its type
     */
    public static <E extends Throwable> E of(E error) {
        if (error != null) {
            Host.current().ifPresent(host -> shorten(error, host));
        }
        return error;
    }

    private static void shorten(Throwable error, Host host) {
        error.setStackTrace(
                Arrays.stream(error.getStackTrace())
                        .filter(host::isUserCode)
                        .toArray(StackTraceElement[]::new));
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            cause.setStackTrace(new StackTraceElement[0]);
        }
    }
}
