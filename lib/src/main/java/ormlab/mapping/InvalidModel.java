package ormlab.mapping;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Thrown when a class cannot be mapped to a table; says what to change in it. */
public class InvalidModel extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Creates the error; the cause is Hibernate's, if there is one. */
    public InvalidModel(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
