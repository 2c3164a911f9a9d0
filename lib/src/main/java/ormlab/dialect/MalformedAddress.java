package ormlab.dialect;

import ormlab.error.OrmlabException;

/** A database URL that cannot be understood; the message says how to write it. */
public final class MalformedAddress extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Creates the error. */
    public MalformedAddress(String message) {
        super(message);
    }
}
