package ormlab.relationship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.BagType;
import org.hibernate.usertype.UserCollectionType;
import ormlab.internal.advice.ReadBag;
import ormlab.trace.Tracer;

/**
 * How Hibernate stores a {@link DynamicList} and a {@link WriteOnlyList}.
 *
 * <p>It is registered for all collections without an order, so Hibernate also asks it about plain
 * lists, for which it returns Hibernate's own {@link PersistentBag}.
 */
public final class DynamicListType implements UserCollectionType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.BAG;
    }

    @Override
    public Class<?> getCollectionClass() {
        return Collection.class;
    }

    @Override
    public PersistentCollection<?> instantiate(
            SharedSessionContractImplementor session, CollectionPersister persister) {
        Class<?> declared = declared(persister);
        if (DynamicList.class.isAssignableFrom(declared)) {
            return new PersistentDynamicList<>(session);
        }
        return WriteOnlyList.class.isAssignableFrom(declared)
                ? new PersistentWriteOnlyList<>(session)
                : Tracer.isOn() ? new ReadBag<>(session, persister) : new PersistentBag<>(session);
    }

    static Class<?> declared(CollectionPersister persister) {
        return persister.getAttributeMapping().getPropertyAccess().getGetter().getReturnTypeClass();
    }

    @Override
    public PersistentCollection<?> wrap(
            SharedSessionContractImplementor session, Object collection) {
        Collection<?> elements = (Collection<?>) collection;
        if (collection instanceof DynamicList<?>) {
            return new PersistentDynamicList<>(session, new ArrayList<>(elements));
        }
        return collection instanceof WriteOnlyList<?>
                ? new PersistentWriteOnlyList<>(session, new ArrayList<>(elements))
                : new PersistentBag<>(session, elements);
    }

    @Override
    public Iterator<?> getElementsIterator(Object collection) {
        if (collection instanceof ReadBag<?> bag) {
            return bag.elements();
        }
        return collection instanceof PersistentQueryList<?> list
                ? list.reachable().iterator()
                : ((Collection<?>) collection).iterator();
    }

    @Override
    public boolean contains(Object collection, Object entity) {
        return ((Collection<?>) collection).contains(entity);
    }

    @Override
    public Object indexOf(Object collection, Object entity) {
        return collection instanceof List<?> list ? list.indexOf(entity) : -1;
    }

    /**
     * Keeps the rows of a dynamic list when a detached owner is merged, because its elements were
     * never in memory.
     */
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object replaceElements(
            Object original,
            Object target,
            CollectionPersister persister,
            Object owner,
            Map copyCache,
            SharedSessionContractImplementor session) {
        if (original instanceof PersistentQueryList<?>) {
            return target;
        }
        // Only the rows in the database show which elements were added and removed.
        Hibernate.initialize(target);
        return new BagType(persister.getRole(), null)
                .replaceElements(original, target, owner, copyCache, session);
    }

    @Override
    public Object instantiate(int anticipatedSize) {
        return new ArrayList<>(Math.max(0, anticipatedSize));
    }
}
