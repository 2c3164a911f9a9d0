package ormlab.internal.sql;

import ormlab.error.OrmlabException;

/** A mistake in a handwritten statement that was found before anything was sent. */
public final class UnsentStatement extends OrmlabException {
    private static final long serialVersionUID = 1L;

    UnsentStatement(String message) {
        super(message);
    }
}
