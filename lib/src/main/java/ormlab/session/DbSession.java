package ormlab.session;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hibernate.FlushMode;
import org.hibernate.SessionBuilder;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionDelegatorBaseImpl;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.QueryImplementor;
import ormlab.config.Transactional;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;
import ormlab.error.Suggestion;
import ormlab.query.NotesFailure;
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
@SuppressWarnings(
        "unchecked") // inherited: the delegator overrides a generic method of its interface by a
// raw one
public final class DbSession extends SessionDelegatorBaseImpl implements NotesFailure {
    private static final long serialVersionUID = 1L;

    private final transient PendingObjects pending;
    private final transient SessionGuard guard;

    private DbSession(SessionImplementor delegate, PendingObjects pending, SessionGuard guard) {
        super(delegate);
        this.pending = pending;
        this.guard = guard;
        guard.watch(delegate);
        delegate.beginTransaction();
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
    public static DbSession on(Connection connection, SessionFactoryImplementor factory) {
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
                                    .formatted(describe(entity)));
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
                            .formatted(describe(entity)));
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
        long[] inserted = new long[1];
        failing(
                () -> {
                    try (StatelessSession stateless =
                            delegate.statelessWithOptions().connection().interceptor().open()) {
                        BulkInsert bulk = new BulkInsert(stateless);
                        entities.forEach(entity -> bulk.add(requireNew(entity)));
                        inserted[0] = bulk.finish();
                    }
                });
        return inserted[0];
    }

    private Object requireNew(Object entity) {
        EntityState state = state(entity);
        if (state != EntityState.TRANSIENT) {
            throw new OrmlabException(
                    "%s is %s: insertAll takes new objects only, those without a row."
                            .formatted(describe(entity), state.name().toLowerCase(Locale.ROOT)));
        }
        return entity;
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
                    describe(entity) + " was never stored, so it cannot be deleted.");
        }
        pending.deleting(() -> delegate.remove(entity));
    }

    /** Does the same as {@link #delete(Object)}. */
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
        AtomicReference<T> merged = new AtomicReference<>();
        failing(() -> merged.set(delegate.merge(entity)));
        return merged.get();
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
        failing(this::commitFlushed);
        pending.committed();
        delegate.beginTransaction();
    }

    /** Hibernate would flush once more, and compare every object with what it was loaded with. */
    private void commitFlushed() {
        FlushMode mode = delegate.getHibernateFlushMode();
        delegate.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            delegate.getTransaction().commit();
        } finally {
            delegate.setHibernateFlushMode(mode);
        }
    }

    /**
     * Gives up everything since the last commit; a new transaction begins.
     *
     * <p>New objects are transient again, without an id. All others are detached: they may differ
     * from the database now, so load them again.
     */
    public void rollback() {
        if (delegate.getTransaction().isActive() || guardFailed()) {
            delegate.getTransaction().rollback();
        }
        pending.rolledBack(delegate);
        delegate.clear();
        guard.recover();
        delegate.beginTransaction();
    }

    private boolean guardFailed() {
        return delegate.getTransaction().getStatus().canRollback();
    }

    /** Starts a query that matches every row of a registered model. */
    public <T> Query<T> query(Class<T> model) {
        return Query.of(model, () -> this);
    }

    /** Returns the state of an object in this session. Sends nothing. */
    public EntityState state(Object entity) {
        EntityPersister persister = persister(entity);
        if (pending.contains(entity)) {
            return EntityState.MANAGED;
        }
        EntityEntry entry = delegate.getPersistenceContextInternal().getEntry(entity);
        if (entry != null) {
            Status status = entry.getStatus();
            return status == Status.DELETED || status == Status.GONE
                    ? EntityState.REMOVED
                    : EntityState.MANAGED;
        }
        if (pending.wasDeleted(entity)) {
            return EntityState.REMOVED;
        }
        Boolean isNew = persister.isTransient(entity, delegate);
        return Boolean.FALSE.equals(isNew) ? EntityState.DETACHED : EntityState.TRANSIENT;
    }

    private EntityPersister persister(Object entity) {
        if (entity == null) {
            throw new OrmlabException(
                    "null cannot be stored. Make an object of one of your models first.");
        }
        Class<?> type = org.hibernate.Hibernate.getClassLazy(entity);
        EntityPersister persister =
                delegate.getFactory().getMappingMetamodel().findEntityDescriptor(type.getName());
        if (persister != null && persister.getMappedClass() == type) {
            return persister;
        }
        List<Class<?>> models =
                delegate.getFactory().getMetamodel().getEntities().stream()
                        .<Class<?>>map(known -> known.getJavaType())
                        .toList();
        List<String> names = models.stream().map(Class::getSimpleName).sorted().toList();
        String name = type.getSimpleName();
        throw new OrmlabException(
                names.contains(name)
                        ? ("This object is of a class '%s' that was defined again since. Call"
                                        + " db.models(…) with the new class, and make the object anew.")
                                .formatted(name)
                        : ("'%s' is no registered model. Registered: %s.%s Name it in db.models(…), with"
                                        + " @Entity on the class.")
                                .formatted(name, names, Suggestion.question(name, names)));
    }

    private static String describe(Object entity) {
        return SnippetNames.plain(entity.toString());
    }

    /** Returns whether an object is managed or waits to be inserted. */
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

    /** Detaches an object, or forgets that it was added. */
    @Override
    public void detach(Object entity) {
        if (!pending.remove(entity)) {
            delegate.detach(entity);
        }
    }

    /** Returns whether a flush would send anything. */
    @Override
    public boolean isDirty() {
        return !pending.isEmpty() || delegate.isDirty();
    }

    /** Lists what the next flush would send, in no particular order. Sends nothing. */
    public List<Change> changes() {
        guard.check();
        return Changes.of(pending, delegate);
    }

    /** Gives up what was not committed, and closes. Closing twice does nothing. */
    @Override
    public void close() {
        if (delegate.isOpen()) {
            try {
                if (delegate.getTransaction().getStatus().canRollback()) {
                    delegate.getTransaction().rollback();
                }
                pending.rolledBack(delegate);
            } finally {
                delegate.close();
            }
        }
    }

    /**
     * Takes SQLite's write lock now, so that what is read afterwards is still true when it is
     * written back.
     */
    void beginWrite() {
        failing(
                () ->
                        delegate.doWork(
                                connection -> connection.unwrap(Transactional.class).beginWrite()));
    }

    /** Returns whether this session's transaction has changed anything in the database. */
    boolean hasWritten() {
        return delegate.getJdbcCoordinator().getLogicalConnection().isPhysicallyConnected()
                && delegate.doReturningWork(
                        connection -> connection.unwrap(Transactional.class).hasWritten());
    }

    private void failing(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            RuntimeException explained =
                    SnippetNames.plain(FlushProblem.explained(failed, delegate));
            guard.fail(explained);
            throw ShortTrace.of(explained);
        }
    }

    /**
     * Remembers why a query of this session failed, for the message of {@link RollbackRequired}.
     */
    @Override
    public void queryFailed(RuntimeException cause) {
        if (hasFailed()) {
            guard.fail(cause);
        }
    }

    boolean hasFailed() {
        return guard.hasFailed();
    }

    // Hibernate's own calls that are typed most in cells: the same, with traces that end at the
    // cell.

    @Override
    public <T> T find(Class<T> type, Object id) {
        return shortly(() -> delegate.find(type, id));
    }

    @Override
    public <R> SelectionQuery<R> createSelectionQuery(String hql, Class<R> type) {
        return readably(() -> delegate.createSelectionQuery(hql, type));
    }

    @Override
    public <R> QueryImplementor<R> createQuery(String hql, Class<R> type) {
        return readably(() -> delegate.createQuery(hql, type));
    }

    @Override
    public MutationQuery createMutationQuery(String hql) {
        return readably(() -> delegate.createMutationQuery(hql));
    }

    private <R> R readably(Supplier<R> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw ShortTrace.of(
                    SnippetNames.plain(HqlProblem.explained(failed, delegate.getFactory())));
        }
    }

    private static <R> R shortly(Supplier<R> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw ShortTrace.of(SnippetNames.plain(failed));
        }
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
