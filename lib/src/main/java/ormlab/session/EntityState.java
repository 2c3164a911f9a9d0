package ormlab.session;

/**
 * The state of an object in a session, in Hibernate's words. Jakarta Persistence says <i>new</i>
 * for transient.
 */
public enum EntityState {
    /** New: it has no row, and no session knows it. */
    TRANSIENT,
    /**
     * The session stores its changes at the next flush; an object that was just added is managed,
     * too.
     */
    MANAGED,
    /** It has a row, or had one, and this session does not manage it. */
    DETACHED,
    /** Its row will be deleted at the next flush, or was deleted in this transaction. */
    REMOVED
}
