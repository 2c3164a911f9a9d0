package ormlab.query;

/** Is a session that wants to know why one of its queries failed. */
public interface NotesFailure {
    /**
     * Tells of a query that failed.
     *
     * @param cause the error that is about to be thrown
     */
    void queryFailed(RuntimeException cause);
}
