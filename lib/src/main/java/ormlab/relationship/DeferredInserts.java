package ormlab.relationship;

/** The interceptor of a session that inserts added objects at its next flush. */
public interface DeferredInserts {
    /** Takes a transient object to insert at the next flush. */
    void add(Object entity);

    /** Forgets an object that was to be inserted, and returns whether there was one. */
    boolean remove(Object entity);

    /** Returns whether Hibernate is cascading a deletion right now. */
    boolean isDeleting();
}
