package ormlab.migrate.history;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** Thrown if the database rejected a statement of a migration; everything was rolled back. */
public class MigrationFailed extends OrmlabException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String statement;

    MigrationFailed(String message, @Nullable Throwable cause, String file) {
        this(message, cause, file, 0, "");
    }

    MigrationFailed(
            String message, @Nullable Throwable cause, String file, int line, String statement) {
        super(message, cause);
        this.file = file;
        this.line = line;
        this.statement = statement;
    }

    /** Returns the name of the file, or of the class of a Java migration. */
    public String file() {
        return file;
    }

    /** Returns the line where the statement begins, from 1; 0 if unknown. */
    public int line() {
        return line;
    }

    /** Returns the statement that was rejected; empty if unknown. */
    public String statement() {
        return statement;
    }
}
