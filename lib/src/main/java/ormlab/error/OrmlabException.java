package ormlab.error;

import ormlab.host.Host;

/**
 * The root of this library's own errors: what happened, with the values, and what to do next. All
 * of them are unchecked. Hibernate's and JDBC's errors pass through unchanged where the library has
 * nothing to add.
 *
 * <p>A {@link Host} such as a notebook's kernel prints the whole chain of causes, about thirty
 * lines, below a cell. There, the cause is kept as a suppressed exception ({@link
 * #getSuppressed()}), which a kernel does not print, and the stack trace only contains the user's
 * own lines. Everywhere else, {@link #getCause()} returns the cause as usual.
 */
public class OrmlabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error without a cause.
     *
     * @param message what happened, with the values, and what to do next
     */
    public OrmlabException(String message) {
        this(message, null);
    }

    /**
     * Creates an error with a cause.
     *
     * @param message what happened, with the values, and what to do next
     * @param cause the underlying error, or null
     */
    @SuppressWarnings("this-escape") // shortening only cuts the trace, which is already complete
    public OrmlabException(String message, Throwable cause) {
        super(message, Host.current().isPresent() ? null : cause);
        if (cause != null && getCause() == null) {
            addSuppressed(cause);
        }
        ShortTrace.of(this);
    }
}
