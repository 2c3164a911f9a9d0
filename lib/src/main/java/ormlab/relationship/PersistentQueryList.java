package ormlab.relationship;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.query.Query;

/**
 * A list of a stored object that queries the database instead of keeping elements.
 *
 * <p>For Hibernate it is a bag that is never initialised. The public methods of a collection query
 * the database; those that Hibernate calls during a flush use the bag.
 */
abstract class PersistentQueryList<E> extends PersistentBag<E> {
    private static final long serialVersionUID = 1L;

    /** Null until something changes, because there may be a hundred thousand lists. */
    private transient @Nullable LinkChanges changes;

    /** The elements of a new owner's list, for fast lookups. */
    private transient @Nullable IdentityList<E> held;

    PersistentQueryList(SharedSessionContractImplementor session) {
        super(session);
    }

    PersistentQueryList(SharedSessionContractImplementor session, Collection<E> elements) {
        super(session, elements);
    }

    /**
     * Returns what Hibernate may cascade to: elements added before the owner was stored and, in an
     * owning list, those that wait for the flush, but no others. When the owner is deleted, returns
     * all elements.
     */
    Collection<E> reachable() {
        if (getSession() instanceof SessionImplementor session
                && session.getInterceptor() instanceof DeferredInserts later
                && later.isDeleting()) {
            return allWithoutFlush(session);
        }
        List<E> reachable = new ArrayList<>(changes().<E>added());
        if (collection != null) {
            reachable.addAll(collection);
        }
        return reachable;
    }

    /** Loads all elements without a flush, because the owner is only half deleted. */
    private List<E> allWithoutFlush(SessionImplementor session) {
        FlushMode before = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            return query().all();
        } finally {
            session.setHibernateFlushMode(before);
        }
    }

    /** Returns the query behind this list. */
    public Query<E> query() {
        CollectionPersister mapping = mapping();
        Object owner = getOwner();
        @SuppressWarnings("unchecked")
        Class<E> model = (Class<E>) mapping.getElementPersister().getMappedClass();
        return Query.of(model, this::session).filter(new Membership<>(owner, mapping));
    }

    private SessionImplementor session() {
        SharedSessionContractImplementor session = getSession();
        if (session == null || !session.isOpen()) {
            throw new OrmlabException(
                    "This list belongs to an object that is detached: its session was closed or rolled"
                            + " back. Load the object again, then use its list.");
        }
        return (SessionImplementor) session;
    }

    private LinkChanges changes() {
        return changes == null ? LinkChanges.NONE : changes;
    }

    private CollectionEntry entry() {
        return session().getPersistenceContextInternal().getCollectionEntry(this);
    }

    private CollectionPersister mapping() {
        CollectionEntry entry = entry();
        if (entry.getLoadedPersister() != null) {
            return entry.getLoadedPersister();
        }
        return entry.getCurrentPersister() != null
                ? entry.getCurrentPersister()
                : session().getFactory().getMappingMetamodel().getCollectionDescriptor(getRole());
    }

    /**
     * Sets the owning side, or records the new row of the link table. A new element is inserted at
     * the next flush. Loads nothing.
     */
    @Override
    public boolean add(E element) {
        CollectionPersister mapping = mapping();
        SessionImplementor session = session();
        requireElement(element, mapping);
        if (mapping.isInverse()) {
            OtherSide.set(mapping, element, getOwner(), session);
        } else {
            link(element, mapping);
        }
        if (!session.contains(element)
                && session.getInterceptor() instanceof DeferredInserts later) {
            later.add(element);
        }
        return true;
    }

    private static void requireElement(@Nullable Object element, CollectionPersister mapping) {
        if (!mapping.getElementPersister().isInstance(element)) {
            throw new OrmlabException(
                    "%s cannot be put into '%s', a list of %s."
                            .formatted(
                                    element == null ? "null" : describe(element),
                                    OtherSide.attribute(mapping),
                                    mapping.getElementPersister()
                                            .getMappedClass()
                                            .getSimpleName()));
        }
    }

    private static String describe(Object element) {
        return element + " of class " + Hibernate.getClassLazy(element).getSimpleName();
    }

    private void link(E element, CollectionPersister mapping) {
        if (isNew()) {
            if (held().add(element)) {
                collection.add(element);
            }
        } else {
            takeChanges(mapping);
            changes.add(element);
        }
        dirty();
    }

    private IdentityList<E> held() {
        if (held == null) {
            held = new IdentityList<>();
            collection.forEach(held::add);
        }
        return held;
    }

    private void unlink(Object element, CollectionPersister mapping) {
        if (collection != null && held().remove(element)) {
            collection.removeIf(each -> each == element);
        }
        if (!isNew()) {
            takeChanges(mapping);
            changes.remove(element, session().contains(element));
        }
        dirty();
    }

    /**
     * Returns whether the owner's rows have not been written yet, so that the list contains all
     * elements.
     */
    private boolean isNew() {
        return entry().getLoadedPersister() == null;
    }

    /** Marks the list as loaded, because otherwise Hibernate would not write its changes. */
    private void takeChanges(CollectionPersister mapping) {
        if (!wasInitialized()) {
            initializeEmptyCollection(mapping);
        }
        if (changes == null) {
            changes = new LinkChanges();
        }
    }

    /**
     * Clears the owning side, deletes the row of the link table, or deletes the element if the
     * model says so (orphanRemoval). Loads nothing.
     */
    @Override
    public boolean remove(Object element) {
        CollectionPersister mapping = mapping();
        if (!mapping.getElementPersister().isInstance(element)) {
            return false;
        }
        if (!mapping.isInverse()) {
            unlink(element, mapping);
            return true;
        }
        SessionImplementor session = session();
        if (!OtherSide.mayBelong(mapping, element, getOwner(), session)) {
            return false;
        }
        boolean waiting =
                session.getInterceptor() instanceof DeferredInserts later && later.remove(element);
        if (collection != null) {
            // The elements from when the owner was stored; a cascade would store this one again.
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

    // What Hibernate calls at a flush: these return the rows to insert and delete, never all rows.

    @Override
    public Iterator<E> entries(CollectionPersister persister) {
        return isNew() ? super.entries(persister) : changes().<E>added().iterator();
    }

    @Override
    public boolean needsInserting(Object entry, int place, Type elementType) {
        return true;
    }

    @Override
    public boolean hasDeletes(CollectionPersister persister) {
        return !changes().removed().isEmpty();
    }

    @Override
    public Iterator<?> getDeletes(CollectionPersister persister, boolean indexIsFormula) {
        return changes().removed().iterator();
    }

    @Override
    public boolean needsRecreate(CollectionPersister persister) {
        return false;
    }

    /** Returns false: there may be rows, and Hibernate would delete those of an empty list. */
    @Override
    public boolean empty() {
        return false;
    }

    @Override
    public boolean isSnapshotEmpty(Serializable snapshot) {
        return false;
    }

    /** An owning list records each change itself. */
    @Override
    public boolean equalsSnapshot(CollectionPersister persister) {
        return !persister.isInverse() || super.equalsSnapshot(persister);
    }

    @Override
    public void postAction() {
        changes = null;
        held = null;
        super.postAction();
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
