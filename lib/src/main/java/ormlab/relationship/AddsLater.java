package ormlab.relationship;

/** Is the interceptor of a session that inserts added objects at its next flush. */
public interface AddsLater {
    /**
     * Takes an object to be inserted at the next flush.
     *
     * @param entity a transient object
     */
    void add(Object entity);

    /**
     * Forgets an object that was to be inserted.
     *
     * @param entity the object
     * @return true when it was waiting
     */
    boolean remove(Object entity);

    /**
     * Tells whether an object is being deleted, with what it owns.
     *
     * @return true while Hibernate cascades a deletion
     */
    boolean isDeleting();
}
