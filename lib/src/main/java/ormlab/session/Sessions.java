package ormlab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SessionEventListener;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventEngine;
import org.hibernate.event.spi.EventType;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;
import ormlab.host.Host;
import ormlab.internal.advice.LoadNotes;
import ormlab.relationship.LazyLoadGuard;

/**
 * One session for each thread.
 *
 * <p>Thread-safe. All threads of a {@link Host} count as one.
 */
public final class Sessions implements AutoCloseable {
    private final SessionFactoryImplementor factory;
    private final Map<Object, DelegatingSession> current = new ConcurrentHashMap<>();
    private final Set<DelegatingSession> ofTransactions = ConcurrentHashMap.newKeySet();

    /** Creates an instance without open sessions. */
    public Sessions(SessionFactoryImplementor factory) {
        this.factory = factory;
        EventEngine events = factory.getEventEngine();
        PendingFlush.register(events.getListenerRegistry());
        events.getListenerRegistry().appendListeners(EventType.PRE_LOAD, new NullCheck());
        LazyLoadGuard.register(factory);
        LoadNotes.register(factory);
    }

    /**
     * Returns the owner of a session that is opened now: the calling thread, or the host that runs
     * it.
     */
    static Object scope() {
        Optional<Host> host = Host.current();
        return host.isPresent() ? host.get() : Thread.currentThread();
    }

    /** Returns the calling thread's session, which is opened at the first call. */
    public DbSession current() {
        DelegatingSession session = current.get(scope());
        return session != null && session.isOpen() ? session : open();
    }

    private DelegatingSession open() {
        closeAbandoned();
        DelegatingSession session = DelegatingSession.open(factory);
        current.put(scope(), session);
        return session;
    }

    /**
     * Closes the sessions of threads that ended, which would otherwise keep their connections
     * forever.
     */
    private void closeAbandoned() {
        for (Object scope : new ArrayList<>(current.keySet())) {
            if (scope instanceof Thread thread && !thread.isAlive()) {
                DelegatingSession abandoned = current.remove(scope);
                if (abandoned != null) {
                    abandoned.close();
                }
            }
        }
    }

    /**
     * Rolls back the calling thread's session if its transaction has failed; otherwise does
     * nothing.
     */
    public void recoverCurrent() {
        DelegatingSession session = current.get(scope());
        if (session != null && session.isOpen() && session.hasFailed()) {
            session.rollback();
        }
    }

    /**
     * Closes the calling thread's session unless that would lose changes, for work that needs the
     * tables to itself: even a session that only read holds locks.
     *
     * @param purpose what the session would block, such as {@code "upgrading"}
     * @throws OrmlabException if the session has uncommitted changes; it stays open
     */
    public void releaseCurrent(String purpose) {
        recoverCurrent();
        DelegatingSession session = current.get(scope());
        if (session == null || !session.isOpen()) {
            return;
        }
        List<PendingChange> changes = session.changes();
        if (!changes.isEmpty() || session.hasWritten()) {
            throw new OrmlabException(
                    ("This thread's session holds uncommitted changes%s. Before %s, keep them"
                                    + " with db.session().commit(), or discard them with"
                                    + " db.session().rollback().")
                            .formatted(changes.isEmpty() ? "" : ": " + changes, purpose));
        }
        closeCurrent();
    }

    /** Closes the calling thread's session, if it has one; uncommitted changes are lost. */
    public void closeCurrent() {
        DelegatingSession session = current.remove(scope());
        if (session != null) {
            session.close();
        }
    }

    /**
     * Runs code in its own transaction and commits it; any error rolls it back. Returns the code's
     * result.
     *
     * <p>Within the code, the new session is the thread's session. On SQLite, the transaction
     * writes from the start, so no other connection writes between a read in it and the commit. On
     * PostgreSQL, lock the rows that you read, or give the class a version.
     */
    public <R> R inTransaction(Function<? super DbSession, ? extends R> work) {
        return inTransaction(
                () -> DelegatingSession.open(factory),
                session -> {
                    session.beginWrite();
                    return work.apply(session);
                });
    }

    /**
     * Opens a session that cannot write, on a replica if one is up to date.
     *
     * @param listener is notified of the session's connections
     */
    public DbSession openReadOnly(Optional<SessionEventListener> listener) {
        return DelegatingSession.readOnly(factory, listener);
    }

    /**
     * Runs code in its own session, which cannot write, and returns the code's result. Within the
     * code, the new session is the thread's session.
     *
     * @param listener is notified of the session's connections
     */
    public <R> R inReadOnlyTransaction(
            Optional<SessionEventListener> listener,
            Function<? super DbSession, ? extends R> work) {
        return inTransaction(() -> DelegatingSession.readOnly(factory, listener), work::apply);
    }

    private <R> R inTransaction(
            Supplier<DelegatingSession> opening, Function<DelegatingSession, ? extends R> work) {
        Object scope = scope();
        DelegatingSession outer = current.get(scope);
        if (outer != null && ofTransactions.contains(outer)) {
            throw new OrmlabException(
                    "inTransaction(…) was called inside inTransaction(…), and a transaction cannot"
                            + " contain another one. Let the inner code use the session of the outer"
                            + " transaction, which db.session() returns there.");
        }
        DelegatingSession session = opening.get();
        try (session) {
            ofTransactions.add(session);
            current.put(scope, session);
            R result = work.apply(session);
            session.commit();
            return result;
        } catch (RuntimeException failed) {
            throw ShortTrace.of(SnippetNames.plain(failed));
        } finally {
            ofTransactions.remove(session);
            if (outer == null) {
                current.remove(scope);
            } else {
                current.put(scope, outer);
            }
        }
    }

    /** Closes every session of every thread; uncommitted changes are lost. */
    @Override
    public void close() {
        List<DelegatingSession> open = new ArrayList<>(current.values());
        current.clear();
        open.forEach(DelegatingSession::close);
    }
}
