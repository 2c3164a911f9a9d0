package ormlab.session;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.hibernate.SessionBuilder;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.query.Query;

/**
 * Hibernate's Session, with SQLAlchemy's verbs.
 *
 * <p>It is an {@link org.hibernate.Session}, so everything that Hibernate offers is here as well. A
 * transaction begins automatically: at the start, and after each commit and rollback. Added objects
 * are sent at the next flush: at {@link #flush()}, at {@link #commit()}, and before a query.
 *
 * <p>A session serves one thread; another one gets a {@link WrongThread}.
 */
// The delegator overrides a generic method of its interface by a raw one.
@SuppressWarnings("unchecked")
public final class DbSession extends ExplainingSession {
    private static final long serialVersionUID = 1L;

    private final transient PendingObjects pending;
    private final transient SessionTransaction transaction;
    private final transient ObjectStates states;

    private DbSession(SessionImplementor delegate, PendingObjects pending, SessionGuard guard) {
        super(delegate, guard);
        this.pending = pending;
        this.transaction = new SessionTransaction(delegate);
        this.states = new ObjectStates(delegate, pending);
        transaction.begin();
    }

    static DbSession open(SessionFactoryImplementor factory) {
        return on(null, factory);
    }

    /**
     * Opens a session on a connection whose transaction somebody else commits or rolls back. Close
     * the session before the connection.
     *
     * @param connection a connection that ignores commit and rollback; null for one of the
     *     factory's own
     */
    public static DbSession on(@Nullable Connection connection, SessionFactoryImplementor factory) {
        SessionGuard guard = new SessionGuard();
        PendingObjects pending = new PendingObjects(guard);
        SessionBuilder options =
                factory.withOptions().interceptor(pending).statementInspector(guard);
        SessionImplementor delegate =
                (SessionImplementor)
                        (connection == null ? options : options.connection(connection))
                                .openSession();
        return new DbSession(delegate, pending, guard);
    }

    /**
     * Adds an object, to be inserted at the next flush. Adding a managed object again changes
     * nothing.
     *
     * @throws OrmlabException when its class is not a registered model, or when it was stored
     *     before and belongs to no session now
     * @see org.hibernate.Session#persist(Object)
     */
    public void add(Object entity) {
        guard.check();
        switch (state(entity)) {
            case TRANSIENT -> pending.add(entity);
            case REMOVED -> keep(entity);
            case DETACHED ->
                    throw new OrmlabException(
                            ("%s was stored before and is detached: adding it would make a second row."
                                            + " Load it again, or call session.merge(…) to store its values.")
                                    .formatted(ObjectStates.describe(entity)));
            case MANAGED -> {
                // It is there already.
            }
        }
    }

    /** Undoes a deletion that was not sent yet. */
    private void keep(Object entity) {
        if (delegate.getPersistenceContextInternal().getEntry(entity) == null) {
            throw new OrmlabException(
                    ("%s was deleted, and the DELETE was sent already. Make a new object, or call"
                                    + " session.rollback() and load this one again.")
                            .formatted(ObjectStates.describe(entity)));
        }
        delegate.persist(entity);
        pending.kept(entity);
    }

    /**
     * Adds several objects in any order: what others refer to is inserted first.
     *
     * @see #add(Object)
     */
    public void addAll(Object... entities) {
        addAll(Arrays.asList(entities));
    }

    /**
     * Adds all objects of a collection.
     *
     * <p>For ten or more of a class, the flush takes all ids at once and sends the rows in batches;
     * fewer are inserted one by one. To fill a table with more objects than the session should
     * manage, see {@link #insertAll}.
     *
     * @see #add(Object)
     */
    public void addAll(Iterable<?> entities) {
        entities.forEach(this::add);
    }

    /**
     * Inserts many new objects at once, without managing them: the fastest way to fill a table.
     *
     * <p>Unlike {@link #addAll(Iterable)} it sends the rows now. The objects get their ids and are
     * detached, so later changes to them are not stored, and none of them stays in memory, so a
     * stream of any length will do. Nothing is cascaded; objects that they refer to must be stored
     * already. Objects that were added before are flushed first. The rows belong to this session's
     * transaction: {@link #commit()} stores them and {@link #rollback()} gives them up, although
     * the objects keep their ids then.
     *
     * @return how many rows were inserted
     * @throws OrmlabException when one of the objects is not new
     * @see org.hibernate.StatelessSession#insertMultiple(List)
     */
    public <E> long insertAll(Iterable<E> entities) {
        flush();
        return failing(
                () -> {
                    try (StatelessSession stateless =
                            delegate.statelessWithOptions().connection().interceptor().open()) {
                        BulkInsert bulk = new BulkInsert(stateless);
                        entities.forEach(entity -> bulk.add(states.requireNew(entity)));
                        return bulk.finish();
                    }
                });
    }

    /**
     * Marks an object for deletion at the next flush; one that was only added is forgotten.
     *
     * @see org.hibernate.Session#remove(Object)
     */
    public void delete(Object entity) {
        guard.check();
        if (pending.remove(entity)) {
            return;
        }
        if (state(entity) == EntityState.TRANSIENT) {
            throw new OrmlabException(
                    ObjectStates.describe(entity) + " was never stored, so it cannot be deleted.");
        }
        pending.deleting(() -> delegate.remove(entity));
    }

    @Override
    public void remove(Object entity) {
        delete(entity);
    }

    /**
     * Copies the values of a detached object into a managed one, which is loaded if need be, and
     * returns that one.
     *
     * @throws jakarta.persistence.OptimisticLockException when its row was deleted in the meantime
     * @see org.hibernate.Session#merge(Object)
     */
    @Override
    public <T> T merge(T entity) {
        guard.check();
        return failing(() -> delegate.merge(entity));
    }

    /**
     * Sends what is waiting: inserts, updates, deletes. New objects get their ids; nothing is
     * committed.
     */
    @Override
    public void flush() {
        guard.check();
        failing(delegate::flush);
    }

    /**
     * Flushes and commits; a new transaction begins.
     *
     * @throws RollbackRequired when an earlier flush failed and {@link #rollback()} was not called
     *     since
     */
    public void commit() {
        flush();
        failing(transaction::commitFlushed);
        pending.committed();
        transaction.begin();
    }

    /**
     * Gives up everything since the last commit; a new transaction begins.
     *
     * <p>New objects are transient again, without an id. All others are detached: they may differ
     * from the database now, so load them again.
     */
    public void rollback() {
        transaction.rollback();
        pending.rolledBack(delegate);
        delegate.clear();
        guard.recover();
        transaction.begin();
    }

    /** Starts a query that matches every row of a registered model. */
    public <T> Query<T> query(Class<T> model) {
        return Query.of(model, () -> this);
    }

    /** Returns the state of an object in this session. Sends nothing. */
    public EntityState state(Object entity) {
        return states.of(entity);
    }

    @Override
    public boolean contains(Object entity) {
        return pending.contains(entity) || delegate.contains(entity);
    }

    /** Detaches everything and forgets what was added; sends nothing. */
    @Override
    public void clear() {
        pending.clear();
        delegate.clear();
    }

    @Override
    public void detach(Object entity) {
        if (!pending.remove(entity)) {
            delegate.detach(entity);
        }
    }

    @Override
    public boolean isDirty() {
        return !pending.isEmpty() || delegate.isDirty();
    }

    /** Lists what the next flush would send, in no particular order. Sends nothing. */
    public List<PendingChange> changes() {
        guard.check();
        return PendingChanges.of(pending, delegate);
    }

    /** Gives up what was not committed, and closes. Closing twice does nothing. */
    @Override
    public void close() {
        if (delegate.isOpen()) {
            try {
                transaction.rollback();
                pending.rolledBack(delegate);
            } finally {
                delegate.close();
            }
        }
    }

    void beginWrite() {
        failing(transaction::beginWrite);
    }

    boolean hasWritten() {
        return transaction.hasWritten();
    }

    /**
     * Returns the session behind this one.
     *
     * <p>Hibernate's specifications ask for it: what they load must belong to Hibernate's session,
     * not to the wrapper, or a list would belong to two sessions.
     */
    @Override
    public <T> T unwrap(Class<T> type) {
        return type == DbSession.class ? type.cast(this) : delegate.unwrap(type);
    }
}
