package ormlab.query;

/** A session that is told when one of its queries failed. */
public interface NotesFailure {
    /** Notes the error that is about to be thrown. */
    void queryFailed(RuntimeException cause);
}
