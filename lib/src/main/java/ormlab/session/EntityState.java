package ormlab.session;

/**
 * Is what an object is to a session, in Hibernate's words; for transient the Jakarta Persistence
 * specification says new.
 */
public enum EntityState {
    /** New: no row, and no session knows of it. */
    TRANSIENT,
    /** The session stores its changes at the next flush; an object just added is managed, too. */
    MANAGED,
    /** It has a row, or had one, and this session does not look after it. */
    DETACHED,
    /** Its row will be deleted at the next flush, or was deleted in this transaction. */
    REMOVED
}
