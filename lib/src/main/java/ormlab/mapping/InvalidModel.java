package ormlab.mapping;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Thrown if a class cannot be mapped to a table; says what to change in the class. */
public class InvalidModel extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /** Creates the error; the cause is Hibernate's error, or null. */
    public InvalidModel(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
