package ormlab.query;

import ormlab.error.OrmlabException;

/** Thrown when a row that had to exist does not; a web page answers with {@link #STATUS}. */
public class NotFound extends OrmlabException {
    /** HTTP's status code for a page that does not exist. */
    public static final int STATUS = 404;

    private static final long serialVersionUID = 1L;

    /** Creates the error with a message that says what was not found. */
    public NotFound(String message) {
        super(message);
    }
}
