package ormlab.session;

import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import ormlab.error.CellNames;
import ormlab.error.OrmlabException;
import ormlab.kernel.KernelThread;

/**
 * Looks at each statement of a session before it is sent: is this the session's thread, and is its
 * transaction sound?
 *
 * <p>Hibernate calls it for whatever sends SQL, also for lazy lists that load by themselves.
 */
final class SessionGuard implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final transient Thread owner = Thread.currentThread();
    private final boolean ownedByNotebook = KernelThread.isCurrent();
    private transient SessionImplementor session;
    private String failure;

    void watch(SessionImplementor watched) {
        this.session = watched;
    }

    @Override
    public String inspect(String sql) {
        check();
        return sql;
    }

    void check() {
        boolean own =
                Thread.currentThread() == owner || (ownedByNotebook && KernelThread.isCurrent());
        if (!own) {
            throw new WrongThread(
                    ownedByNotebook ? "the notebook" : "thread '" + owner.getName() + "'",
                    Thread.currentThread().getName());
        }
        if (session != null && !session.isOpen()) {
            throw new OrmlabException(
                    "This session is closed. Call db.session() for one that is open, and load the"
                            + " objects there.");
        }
        if (session != null && hasFailed()) {
            throw new RollbackRequired(failure);
        }
    }

    boolean hasFailed() {
        return failure != null
                || session.getTransaction().getStatus() == TransactionStatus.MARKED_ROLLBACK;
    }

    void fail(RuntimeException cause) {
        if (failure == null && !(cause instanceof RollbackRequired)) {
            failure = CellNames.plain(String.valueOf(cause.getMessage()));
        }
    }

    void recover() {
        failure = null;
    }
}
