package ormlab.session;

/**
 * The state of an object in a session, in Hibernate's terms. Jakarta Persistence says <i>new</i>
 * for transient.
 */
public enum EntityState {
    /** New: the object has no row, and no session knows it. */
    TRANSIENT,
    /**
     * The session stores changes at the next flush; an object that was just added is managed, too.
     */
    MANAGED,
    /** The object has a row, or had one, and this session does not manage it. */
    DETACHED,
    /** The object's row will be deleted at the next flush, or was deleted in this transaction. */
    REMOVED
}
