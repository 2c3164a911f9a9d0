package ormlab.dialect;

import ormlab.error.OrmlabException;

/** Says that the address of a database cannot be understood, and how to write it. */
public final class MalformedAddress extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Creates the error. */
    public MalformedAddress(String message) {
        super(message);
    }
}
