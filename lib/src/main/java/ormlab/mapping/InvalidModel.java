package ormlab.mapping;

import ormlab.error.OrmlabException;

/** Says why a class cannot be mapped to a table, and what to change in it. */
public class InvalidModel extends OrmlabException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why a class cannot be mapped.
     *
     * @param message which class, what is wrong, and what to write instead
     * @param cause Hibernate's error, or null
     */
    public InvalidModel(String message, Throwable cause) {
        super(message, cause);
    }
}
