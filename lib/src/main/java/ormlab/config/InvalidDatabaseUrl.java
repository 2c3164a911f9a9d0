package ormlab.config;

import ormlab.error.OrmlabException;

/** Says why an address names no database, and how to write it. */
public class InvalidDatabaseUrl extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why an address names no database.
     *
     * @param message what is wrong with the address, and how to write it; without the password
     */
    public InvalidDatabaseUrl(String message) {
        super(message);
    }
}
