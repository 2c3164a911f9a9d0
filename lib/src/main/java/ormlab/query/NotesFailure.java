package ormlab.query;

/** A session that is told when one of its queries failed. */
public interface NotesFailure {
    /** Notes an error, and returns the one to throw, which may explain it. */
    RuntimeException queryFailed(RuntimeException cause);
}
