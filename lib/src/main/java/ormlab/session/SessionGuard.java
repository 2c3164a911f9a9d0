package ormlab.session;

import java.util.Objects;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.error.SnippetNames;
import ormlab.host.Host;
import ormlab.internal.advice.TraceNotes;

/**
 * Checks each statement of a session before it is sent: the thread must be the session's, and its
 * transaction must not have failed.
 *
 * <p>Hibernate calls this for everything that sends SQL, including lazy lists.
 */
final class SessionGuard implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final transient Object owner = Sessions.scope();
    private final boolean readOnly;
    private transient @Nullable SessionImplementor session;
    private @Nullable String failure;

    SessionGuard(boolean readOnly) {
        this.readOnly = readOnly;
    }

    void watch(SessionImplementor watched) {
        this.session = watched;
    }

    SessionImplementor session() {
        return Objects.requireNonNull(session);
    }

    @Override
    public String inspect(String sql) {
        check();
        TraceNotes.sending(session);
        return sql;
    }

    void check() {
        if (Sessions.scope() != owner) {
            throw new WrongThread(ownerName(), Thread.currentThread().getName());
        }
        if (session != null && !session.isOpen()) {
            throw new OrmlabException(
                    "This session is closed. Call db.session() for one that is open, and load the"
                            + " objects there.");
        }
        if (hasFailed()) {
            throw new RollbackRequired(failure);
        }
    }

    /** Refuses to write in a read-only session, before anything is sent. */
    void checkWritable(String verb, Object what) {
        check();
        if (readOnly) {
            throw new OrmlabException(
                    "This session only reads, so it cannot %s %s. Write in db.session() or in db.inTransaction(…)."
                            .formatted(verb, ObjectStates.describe(what)));
        }
    }

    private String ownerName() {
        return owner instanceof Host host
                ? host.name()
                : "thread '" + ((Thread) owner).getName() + "'";
    }

    boolean hasFailed() {
        return failure != null
                || session != null
                        && session.getTransaction().getStatus()
                                == TransactionStatus.MARKED_ROLLBACK;
    }

    void fail(RuntimeException cause) {
        if (failure == null && !(cause instanceof RollbackRequired)) {
            failure = SnippetNames.plain(String.valueOf(cause.getMessage()));
        }
    }

    void recover() {
        failure = null;
    }
}
