package ormlab.query;

/** A session that is notified when one of its queries fails. */
public interface QueryFailureListener {
    /** Records an error, and returns the one to throw, which may explain it. */
    RuntimeException queryFailed(RuntimeException cause);
}
