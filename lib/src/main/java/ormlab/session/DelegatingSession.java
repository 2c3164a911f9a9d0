package ormlab.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.CacheMode;
import org.hibernate.SessionBuilder;
import org.hibernate.SessionEventListener;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.internal.advice.TraceNotes;
import ormlab.internal.sql.HandwrittenSql;
import ormlab.picture.Rows;
import ormlab.query.Query;

/** Wraps Hibernate's Session as a {@link DbSession}. */
// The delegator overrides a generic method of its interface with a raw one.
@SuppressWarnings("unchecked")
final class DelegatingSession extends ExplainingSession implements DbSession {
    private static final long serialVersionUID = 1L;

    private final transient PendingObjects pending;
    private final transient SessionTransaction transaction;
    private final transient ObjectStates states;

    private DelegatingSession(
            SessionImplementor delegate, PendingObjects pending, SessionGuard guard) {
        super(delegate, guard);
        this.pending = pending;
        this.transaction = new SessionTransaction(delegate);
        this.states = new ObjectStates(delegate, pending);
        transaction.begin();
    }

    static DelegatingSession open(SessionFactoryImplementor factory) {
        return on(null, factory);
    }

    static DelegatingSession on(
            @Nullable Connection connection, SessionFactoryImplementor factory) {
        return open(
                factory,
                new SessionGuard(false),
                options -> connection == null ? options : options.connection(connection));
    }

    /** Opens a session that cannot write; Hibernate gives it the connections of a replica. */
    static DelegatingSession readOnly(
            SessionFactoryImplementor factory, Optional<SessionEventListener> listener) {
        return open(
                factory,
                new SessionGuard(true),
                options -> {
                    listener.ifPresent(options::eventListeners);
                    // A replica's rows may be out of date, so they must not be cached.
                    return options.readOnly(true).initialCacheMode(CacheMode.IGNORE);
                });
    }

    private static DelegatingSession open(
            SessionFactoryImplementor factory,
            SessionGuard guard,
            UnaryOperator<SessionBuilder> more) {
        PendingObjects pending = new PendingObjects(guard);
        SessionBuilder options =
                factory.withOptions().interceptor(pending).statementInspector(guard);
        SessionImplementor delegate = (SessionImplementor) more.apply(options).openSession();
        return new DelegatingSession(delegate, pending, guard);
    }

    @Override
    public void add(Object entity) {
        guard.checkWritable("add", entity);
        switch (state(entity)) {
            case TRANSIENT -> pending.add(entity);
            case REMOVED -> keep(entity);
            case DETACHED ->
                    throw new OrmlabException(
                            ("%s was stored before and is detached: adding it would insert a"
                                            + " second row."
                                            + " Load it again, or call session.merge(…) to store"
                                            + " its values.")
                                    .formatted(ObjectStates.describe(entity)));
            case MANAGED -> {
                // There is nothing to do.
            }
        }
    }

    /** Undoes a deletion that was not sent yet. */
    private void keep(Object entity) {
        if (delegate.getPersistenceContextInternal().getEntry(entity) == null) {
            throw new OrmlabException(
                    ("%s was deleted, and the DELETE was sent already. Create a new object, or call"
                                    + " session.rollback() and load this one again.")
                            .formatted(ObjectStates.describe(entity)));
        }
        delegate.persist(entity);
        pending.kept(entity);
    }

    @Override
    public void addAll(Object... entities) {
        addAll(Arrays.asList(entities));
    }

    @Override
    public void addAll(Iterable<?> entities) {
        entities.forEach(this::add);
    }

    @Override
    public <E> long insertAll(Iterable<E> entities) {
        guard.checkWritable("insert", "rows");
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

    @Override
    public void delete(Object entity) {
        guard.checkWritable("delete", entity);
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

    @Override
    public <T> T merge(T entity) {
        guard.checkWritable("merge", entity);
        return failing(() -> delegate.merge(entity));
    }

    @Override
    public void flush() {
        guard.check();
        if (!pending.isEmpty()) {
            guard.checkWritable("store", changes());
        }
        do {
            failing(delegate::flush);
        } while (!pending.isEmpty()); // the flush may reach new objects whose lists contain others
    }

    @Override
    public void commit() {
        flush();
        failing(transaction::commitFlushed);
        pending.committed();
        transaction.begin();
    }

    @Override
    public void rollback() {
        transaction.rollback();
        pending.rolledBack(delegate);
        TraceNotes.forgets(delegate);
        delegate.clear();
        guard.recover();
        transaction.begin();
    }

    @Override
    public int execute(String sql, @Nullable Object... binds) {
        return run(PreparedSql.statement(sql), PreparedStatement::executeUpdate, binds);
    }

    @Override
    public Rows rows(String sql, @Nullable Object... binds) {
        return run(PreparedSql.query(sql), HandwrittenSql::read, binds);
    }

    private <R> R run(PreparedSql sql, PreparedSql.Work<R> work, @Nullable Object... binds) {
        flush();
        TraceNotes.sending(delegate);
        return failing(() -> sql.run(delegate, work, binds));
    }

    @Override
    public <T> Query<T> query(Class<T> model) {
        return Query.of(model, () -> this);
    }

    @Override
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
        TraceNotes.forgets(delegate);
        delegate.clear();
    }

    @Override
    public void detach(Object entity) {
        if (!pending.remove(entity)) {
            TraceNotes.forgets(delegate);
            delegate.detach(entity);
        }
    }

    @Override
    public boolean isDirty() {
        return !pending.isEmpty() || delegate.isDirty();
    }

    @Override
    public List<PendingChange> changes() {
        guard.check();
        return PendingChanges.of(pending, delegate);
    }

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
     * <p>Hibernate's specifications call this: the objects they load must belong to Hibernate's
     * session, not to the wrapper, or a list would belong to two sessions.
     */
    @Override
    public <T> T unwrap(Class<T> type) {
        return type == DbSession.class ? type.cast(this) : delegate.unwrap(type);
    }
}
