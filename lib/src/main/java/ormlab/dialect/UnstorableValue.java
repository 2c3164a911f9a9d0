package ormlab.dialect;

import ormlab.error.OrmlabException;

/** A value that was rejected because the database could not store it unchanged. */
public final class UnstorableValue extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error; the message contains the value, why it cannot be stored, and what to do.
     */
    public UnstorableValue(String message) {
        super(message);
    }

    /** Creates the error for a value in the database that cannot be read. */
    public UnstorableValue(String message, Throwable cause) {
        super(message, cause);
    }
}
