package ormlab.session;

import ormlab.error.OrmlabException;

/** Thrown when a session is used by a thread that it does not belong to. */
public class WrongThread extends OrmlabException {
    private static final long serialVersionUID = 1L;

    WrongThread(String owner, String user) {
        super(
                ("This session belongs to %s, and thread '%s' used it. A session serves one"
                                + " thread: call db.session() or db.inTransaction(…) in the thread that needs"
                                + " one, and load the objects there.")
                        .formatted(owner, user));
    }
}
