package ormlab.relationship;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.query.restriction.Restriction;
import ormlab.error.OrmlabException;
import ormlab.query.Query;

/**
 * Is the dynamic list of a stored object.
 *
 * <p>Hibernate sees a bag that is never initialised. The public methods of a collection ask the
 * database; the ones that Hibernate itself calls while it flushes go to the bag.
 */
final class PersistentDynamicList<E> extends PersistentBag<E> implements DynamicList<E> {
    private static final long serialVersionUID = 1L;

    PersistentDynamicList(SharedSessionContractImplementor session) {
        super(session);
    }

    PersistentDynamicList(SharedSessionContractImplementor session, Collection<E> elements) {
        super(session, elements);
    }

    /**
     * Gives what Hibernate may cascade to: elements added before the owner was stored, never loaded
     * ones.
     */
    Collection<E> loaded() {
        return collection == null ? List.of() : new ArrayList<>(collection);
    }

    @Override
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
        OtherSide.unset(mapping, element, getOwner(), session);
        if (mapping.hasOrphanDelete() && !waiting) {
            session.remove(element);
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
    public Iterator<E> iterator() {
        return all().iterator();
    }

    @Override
    public Stream<E> stream() {
        return all().stream();
    }

    @Override
    public int size() {
        return Math.toIntExact(count());
    }

    @Override
    public boolean isEmpty() {
        return !query().exists();
    }

    @Override
    public boolean contains(Object element) {
        return all().contains(element);
    }

    @Override
    public Object[] toArray() {
        return all().toArray();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        return all().toArray(array);
    }

    /**
     * Names itself and loads nothing: a cell that ends in a dynamic list should not send a
     * statement.
     */
    @Override
    public String toString() {
        return "<DynamicList: call all(), first(), count(), filterBy(…) or orderBy(…)>";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Matches the rows that belong to one owner, by the owning side where there is one. */
    private record Membership<T>(Object owner, CollectionPersister mapping)
            implements Restriction<T> {
        @Override
        public Restriction<T> negated() {
            throw new UnsupportedOperationException(
                    "The rows outside of a list are not part of it.");
        }

        @Override
        public Predicate toPredicate(Root<? extends T> root, CriteriaBuilder builder) {
            String owning = mapping.getMappedByProperty();
            if (owning != null && mapping.isOneToMany()) {
                return builder.equal(root.get(owning), owner);
            }
            Subquery<Object> members = builder.createQuery().subquery(Object.class);
            Root<?> of = members.from(mapping.getOwnerEntityPersister().getMappedClass());
            String attribute = mapping.getRole().substring(mapping.getRole().lastIndexOf('.') + 1);
            members.select(of.join(attribute)).where(builder.equal(of, owner));
            return root.in(members);
        }
    }
}
