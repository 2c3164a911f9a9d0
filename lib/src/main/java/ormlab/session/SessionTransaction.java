package ormlab.session;

import java.sql.SQLException;
import org.hibernate.FlushMode;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.exception.GenericJDBCException;
import ormlab.config.Transactional;
import ormlab.error.OrmlabException;

/** The transaction of a session; a new one begins when it ends. */
record SessionTransaction(SessionImplementor session) {
    void begin() {
        session.beginTransaction();
    }

    /**
     * Commits without a flush: Hibernate would flush again, and compare every object with its
     * loaded state.
     */
    void commitFlushed() {
        FlushMode mode = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            session.getTransaction().commit();
        } catch (RuntimeException failed) {
            throw explained(failed);
        } finally {
            session.setHibernateFlushMode(mode);
        }
    }

    void rollback() {
        if (session.getTransaction().getStatus().canRollback()) {
            session.getTransaction().rollback();
        }
    }

    /**
     * Takes SQLite's write lock now, so that what is read is still true when it is written back.
     */
    void beginWrite() {
        try {
            session.doWork(connection -> connection.unwrap(Transactional.class).beginWrite());
        } catch (GenericJDBCException refused) {
            // The connection's own message, without Hibernate's words around it.
            throw new OrmlabException(refused.getSQLException().getMessage(), refused);
        }
    }

    /** Hibernate does not report why the database rejected a commit. */
    private RuntimeException explained(RuntimeException failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof JDBCException) {
                return failed;
            }
            if (at instanceof SQLException refused) {
                return session.getJdbcServices()
                        .getSqlExceptionHelper()
                        .convert(refused, "The commit failed: " + refused.getMessage());
            }
        }
        return failed;
    }

    boolean hasWritten() {
        return session.getJdbcCoordinator().getLogicalConnection().isPhysicallyConnected()
                && session.doReturningWork(
                        connection -> connection.unwrap(Transactional.class).hasWritten());
    }
}
