package ormlab.query;

import ormlab.error.OrmlabException;

/** Says that a row which had to be there is not; a web page answers it with {@link #STATUS}. */
public class NotFound extends OrmlabException {
    /** HTTP's status code for what is not found. */
    public static final int STATUS = 404;

    private static final long serialVersionUID = 1L;

    /**
     * Says what was not found.
     *
     * @param message what was looked for
     */
    public NotFound(String message) {
        super(message);
    }
}
