package ormlab.session;

import jakarta.persistence.EntityGraph;
import jakarta.persistence.FindOption;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionDelegatorBaseImpl;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.graph.spi.RootGraphImplementor;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.QueryImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;
import ormlab.internal.advice.TraceNotes;
import ormlab.internal.identity.GivenId;
import ormlab.internal.sql.UnsentStatement;
import ormlab.query.QueryFailureListener;

/** Hibernate's session with short and readable errors, which it remembers until the rollback. */
// The delegator overrides a generic method of its interface with a raw one.
@SuppressWarnings("unchecked")
abstract class ExplainingSession extends SessionDelegatorBaseImpl implements QueryFailureListener {
    private static final long serialVersionUID = 1L;

    final transient SessionGuard guard;

    ExplainingSession(SessionImplementor delegate, SessionGuard guard) {
        super(delegate);
        this.guard = guard;
        guard.watch(delegate);
    }

    boolean hasFailed() {
        return guard.hasFailed();
    }

    /**
     * Records why a query of this session failed, for the message of {@link RollbackRequired},
     * because the query may have flushed.
     */
    @Override
    public RuntimeException queryFailed(RuntimeException cause) {
        RuntimeException explained = FlushProblem.explained(cause, delegate);
        if (hasFailed()) {
            guard.fail(explained);
        }
        return explained;
    }

    /** Runs work; if it fails after something was sent, the transaction must be rolled back. */
    <R> R failing(Supplier<R> work) {
        try {
            return work.get();
        } catch (UnsentStatement mistake) {
            throw ShortTrace.of(mistake);
        } catch (RuntimeException failed) {
            RuntimeException explained =
                    SnippetNames.plain(FlushProblem.explained(failed, delegate));
            guard.fail(explained);
            throw ShortTrace.of(explained);
        }
    }

    void failing(Runnable work) {
        failing(
                () -> {
                    work.run();
                    return true;
                });
    }

    @Override
    public <T> T find(Class<T> type, Object id) {
        return byId(type, id, () -> delegate.find(type, id));
    }

    @Override
    public <T> T find(Class<T> type, Object id, LockModeType lock) {
        return byId(type, id, () -> delegate.find(type, id, lock));
    }

    @Override
    public <T> T find(Class<T> type, Object id, FindOption... options) {
        return byId(type, id, () -> delegate.find(type, id, options));
    }

    @Override
    public <T> T find(Class<T> type, Object id, Map<String, Object> properties) {
        return byId(type, id, () -> delegate.find(type, id, properties));
    }

    @Override
    public <T> T find(Class<T> type, Object id, LockModeType lock, Map<String, Object> properties) {
        return byId(type, id, () -> delegate.find(type, id, lock, properties));
    }

    @Override
    public <T> T find(EntityGraph<T> graph, Object id, FindOption... options) {
        return byId(type(graph), id, () -> delegate.find(graph, id, options));
    }

    @Override
    public <T> List<T> findMultiple(Class<T> type, List<?> ids, FindOption... options) {
        return byIds(type, ids, () -> delegate.findMultiple(type, ids, options));
    }

    @Override
    public <T> List<T> findMultiple(EntityGraph<T> graph, List<?> ids, FindOption... options) {
        return byIds(type(graph), ids, () -> delegate.findMultiple(graph, ids, options));
    }

    @Override
    @SuppressWarnings("removal")
    public <T> T get(Class<T> type, Object id) {
        return byId(type, id, () -> delegate.get(type, id));
    }

    @Override
    public <T> T getReference(Class<T> type, Object id) {
        return byId(type, id, () -> delegate.getReference(type, id));
    }

    private static <T> Class<T> type(EntityGraph<T> graph) {
        return ((RootGraphImplementor<T>) graph).getGraphedType().getJavaType();
    }

    private <T> List<T> byIds(Class<?> type, List<?> ids, Supplier<List<T>> call) {
        ids.forEach(id -> GivenId.require(type, id, delegate.getFactory()));
        return shortened(call);
    }

    private <T> T byId(Class<T> type, Object id, Supplier<T> call) {
        GivenId.require(type, id, delegate.getFactory());
        return shortened(call);
    }

    private static <T> T shortened(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw ShortTrace.of(SnippetNames.plain(failed));
        }
    }

    @Override
    public <R> SelectionQuery<R> createSelectionQuery(String hql, Class<R> type) {
        return explained(() -> noted(delegate.createSelectionQuery(hql, type), hql));
    }

    @Override
    public <R> QueryImplementor<R> createQuery(String hql, Class<R> type) {
        return explained(() -> noted(delegate.createQuery(hql, type), hql));
    }

    @Override
    public <R> QueryImplementor<R> createQuery(CriteriaQuery<R> criteria) {
        return noted(delegate.createQuery(criteria), null);
    }

    private <R, Q extends SelectionQuery<R>> Q noted(Q query, @Nullable String hql) {
        TraceNotes.observe(query, hql, delegate);
        return query;
    }

    @Override
    public MutationQuery createMutationQuery(String hql) {
        return explained(() -> delegate.createMutationQuery(hql));
    }

    private <R> R explained(Supplier<R> call) {
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw ShortTrace.of(
                    SnippetNames.plain(HqlProblem.explained(failed, delegate.getFactory())));
        }
    }
}
