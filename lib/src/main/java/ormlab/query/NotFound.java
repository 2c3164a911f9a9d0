package ormlab.query;

import ormlab.error.OrmlabException;

/** Thrown if a row does not exist that had to; a web page responds with {@link #STATUS}. */
public class NotFound extends OrmlabException {
    /** HTTP's status code for a page that was not found. */
    public static final int STATUS = 404;

    private static final long serialVersionUID = 1L;

    /** Creates the error with a message that says what was not found. */
    public NotFound(String message) {
        super(message);
    }
}
