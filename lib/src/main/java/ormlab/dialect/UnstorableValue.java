package ormlab.dialect;

import ormlab.error.OrmlabException;

/** A value was rejected because the database could not store it unchanged. */
public final class UnstorableValue extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param message the value, why it cannot be kept, and the remedy; not null
     */
    public UnstorableValue(String message) {
        super(message);
    }

    /**
     * Creates the error for a value that the database holds and that cannot be read.
     *
     * @param message the value, why it cannot be read, and the remedy; not null
     * @param cause what failed in reading; may be null
     */
    public UnstorableValue(String message, Throwable cause) {
        super(message, cause);
    }
}
