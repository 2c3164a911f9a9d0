package ormlab.session;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Thrown when a session must be rolled back before it can be used again. */
public class RollbackRequired extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the error.
     *
     * @param failure the message of the error that came before; null if it is not known
     */
    public RollbackRequired(@Nullable String failure) {
        super(
                ("This session's transaction has failed%s and nothing of it will be stored."
                                + " Call session.rollback() first; then the session works again.")
                        .formatted(failure == null ? "" : " (" + failure.strip() + ")"));
    }
}
