package ormlab.migrate.history;

import ormlab.error.OrmlabException;

/** Says which statement of a migration the database refused; everything was taken back. */
public class MigrationFailed extends OrmlabException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String statement;

    MigrationFailed(String message, Throwable cause, String file, int line, String statement) {
        super(message, cause);
        this.file = file;
        this.line = line;
        this.statement = statement;
    }

    /**
     * Names the file, or the class of a Java migration.
     *
     * @return the name, never null
     */
    public String file() {
        return file;
    }

    /**
     * Tells where in the file the statement begins.
     *
     * @return the line, from 1; 0 when no line is to blame
     */
    public int line() {
        return line;
    }

    /**
     * Gives the statement that was refused.
     *
     * @return the statement; empty when no statement is to blame
     */
    public String statement() {
        return statement;
    }
}
