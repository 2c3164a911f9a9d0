package ormlab.session;

import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;
import ormlab.config.Transactional;

/** The transaction of a session, which begins again after each end. */
record SessionTransaction(SessionImplementor session) {
    void begin() {
        session.beginTransaction();
    }

    /**
     * Commits without a flush: Hibernate would flush once more, and compare every object with what
     * it was loaded with.
     */
    void commitFlushed() {
        FlushMode mode = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            session.getTransaction().commit();
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
     * Takes SQLite's write lock now, so that what is read afterwards is still true when it is
     * written back.
     */
    void beginWrite() {
        session.doWork(connection -> connection.unwrap(Transactional.class).beginWrite());
    }

    boolean hasWritten() {
        return session.getJdbcCoordinator().getLogicalConnection().isPhysicallyConnected()
                && session.doReturningWork(
                        connection -> connection.unwrap(Transactional.class).hasWritten());
    }
}
