package ormlab.config;

import ormlab.error.OrmlabException;

/** A database URL that cannot be understood; the message says how to write it. */
public class InvalidDatabaseUrl extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message what is wrong with the URL, and how to write it; without the password
     */
    public InvalidDatabaseUrl(String message) {
        super(message);
    }
}
