package ormlab.config;

import ormlab.error.OrmlabException;

/** A database cannot be opened, although its URL is well-formed. */
public class DatabaseUnavailable extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what was tried, what happened, and what to do next
     * @param cause the driver's error, or null if there is none
     */
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
