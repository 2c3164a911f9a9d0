package ormlab.relationship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import ormlab.error.OrmlabException;
import ormlab.query.Query;

/**
 * Is a list of a stored object that asks the database instead of keeping elements.
 *
 * <p>Hibernate sees a bag that is never initialised. The public methods of a collection ask the
 * database; the ones that Hibernate itself calls while it flushes go to the bag.
 */
abstract class PersistentQueryList<E> extends PersistentBag<E> {
    private static final long serialVersionUID = 1L;

    PersistentQueryList(SharedSessionContractImplementor session) {
        super(session);
    }

    PersistentQueryList(SharedSessionContractImplementor session, Collection<E> elements) {
        super(session, elements);
    }

    /**
     * Gives what Hibernate may cascade to: elements added before the owner was stored, never loaded
     * ones; all of them when the owner is deleted.
     */
    Collection<E> reachable() {
        if (getSession() instanceof SessionImplementor session
                && session.getInterceptor() instanceof AddsLater later
                && later.isDeleting()) {
            return allWithoutFlush(session);
        }
        return collection == null ? List.of() : new ArrayList<>(collection);
    }

    /** The owner is half deleted at this moment: nothing of it may be flushed. */
    private List<E> allWithoutFlush(SessionImplementor session) {
        FlushMode before = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            return query().all();
        } finally {
            session.setHibernateFlushMode(before);
        }
    }

    /** Gives the query behind this list. */
    public Query<E> query() {
        CollectionPersister mapping = mapping();
        Object owner = getOwner();
        @SuppressWarnings("unchecked")
        Class<E> model = (Class<E>) mapping.getElementPersister().getMappedClass();
        return Query.of(model, this::session).filter(new Membership<>(owner, mapping));
    }

    private Session session() {
        SharedSessionContractImplementor session = getSession();
        if (session == null || !session.isOpen()) {
            throw new OrmlabException(
                    "This list belongs to an object that is detached: its session was closed or rolled"
                            + " back. Load the object again, then use its list.");
        }
        return (SessionImplementor) session;
    }

    private CollectionPersister mapping() {
        CollectionEntry entry =
                ((SessionImplementor) session())
                        .getPersistenceContextInternal()
                        .getCollectionEntry(this);
        return entry.getLoadedPersister() != null
                ? entry.getLoadedPersister()
                : entry.getCurrentPersister();
    }

    private SessionImplementor implementor() {
        return (SessionImplementor) session();
    }

    /** Sets the owning side; a new element is inserted at the next flush. Loads nothing. */
    @Override
    public boolean add(E element) {
        CollectionPersister mapping = mapping();
        if (!mapping.isInverse()) {
            return super.add(element);
        }
        SessionImplementor session = implementor();
        OtherSide.set(mapping, element, getOwner(), session);
        if (!session.contains(element) && session.getInterceptor() instanceof AddsLater later) {
            later.add(element);
        }
        return true;
    }

    /**
     * Clears the owning side, or deletes the element where the model says so (orphanRemoval). Loads
     * nothing.
     */
    @Override
    public boolean remove(Object element) {
        CollectionPersister mapping = mapping();
        if (!mapping.isInverse()) {
            return super.remove(element);
        }
        SessionImplementor session = implementor();
        boolean waiting =
                session.getInterceptor() instanceof AddsLater later && later.remove(element);
        if (collection != null) {
            // What was in the list when its owner was stored; a cascade would store it again.
            collection.remove(element);
        }
        if (mapping.hasOrphanDelete() && !waiting) {
            session.remove(element);
        } else {
            OtherSide.unset(mapping, element, getOwner(), session);
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        elements.forEach(this::add);
        return !elements.isEmpty();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        elements.forEach(this::remove);
        return !elements.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
