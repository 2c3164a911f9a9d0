package ormlab.relationship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.type.CollectionType;
import org.hibernate.type.CustomCollectionType;
import org.hibernate.type.Type;

/** Keeps the owning side of a relationship in step with its dynamic list. */
public final class OtherSide {
    private OtherSide() {}

    /**
     * Makes a new object the owner of the elements of its dynamic lists, and returns those
     * elements, which must be stored with it.
     *
     * @param values the owner's attributes, in the persister's order
     */
    public static List<Object> adopt(
            Object owner,
            Object[] values,
            EntityPersister persister,
            SharedSessionContractImplementor session) {
        List<Object> elements = new ArrayList<>();
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType type && values[i] instanceof NewList<?> list) {
                CollectionPersister collection = mapping(type, session);
                list.forEach(element -> set(collection, element, owner, session));
                elements.addAll(list);
            }
        }
        return elements;
    }

    /**
     * Puts an empty list into each dynamic or write-only attribute that a new object left null;
     * returns whether there was one.
     *
     * @param values the object's attributes, in the persister's order
     */
    public static boolean fillNulls(
            Object[] values, Type[] types, SharedSessionContractImplementor session) {
        boolean filled = false;
        for (int i = 0; i < types.length; i++) {
            if (values[i] == null
                    && types[i] instanceof CustomCollectionType type
                    && type.getUserType() instanceof DynamicListType) {
                values[i] = NewList.forField(DynamicListType.declared(mapping(type, session)));
                filled |= values[i] != null;
            }
        }
        return filled;
    }

    private static CollectionPersister mapping(
            CollectionType type, SharedSessionContractImplementor session) {
        return session.getFactory().getMappingMetamodel().getCollectionDescriptor(type.getRole());
    }

    /** Sets the attribute named by mappedBy; for many-to-many, adds to the collection there. */
    static void set(
            CollectionPersister collection,
            Object element,
            Object owner,
            SharedSessionContractImplementor session) {
        String attribute = collection.getMappedByProperty();
        if (attribute == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, element);
        int index = persister.getPropertyIndex(attribute);
        if (!(persister.getPropertyTypes()[index] instanceof CollectionType)) {
            persister.setValue(element, index, owner);
        } else if (owner != null
                && persister.getValue(element, index) instanceof Collection<?> others) {
            addTo(others, owner);
        }
    }

    /**
     * Adds to a dynamic list without checking its elements, which would load them. It contains each
     * element only once anyway.
     */
    @SuppressWarnings("unchecked")
    static void addTo(Collection<?> others, Object owner) {
        if (others instanceof PersistentQueryList<?> || !others.contains(owner)) {
            ((Collection<Object>) others).add(owner);
        }
    }

    /** Returns whether a reference is to this object; if it was not loaded, compares ids. */
    static boolean isSame(
            Object reference, Object owner, SharedSessionContractImplementor session) {
        LazyInitializer lazy = HibernateProxy.extractLazyInitializer(reference);
        if (lazy == null) {
            return reference == owner;
        }
        return lazy.isUninitialized()
                ? lazy.getInternalIdentifier()
                        .equals(
                                session.getEntityPersister(null, owner)
                                        .getIdentifier(owner, session))
                : lazy.getImplementation() == owner;
    }

    /**
     * Returns whether an element may belong to the owner; for a link table, only the database
     * knows.
     */
    static boolean mayBelong(
            CollectionPersister collection,
            Object element,
            Object owner,
            SharedSessionContractImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, element);
        int index = persister.getPropertyIndex(collection.getMappedByProperty());
        return persister.getPropertyTypes()[index] instanceof CollectionType
                || isSame(persister.getValue(element, index), owner, session);
    }

    static String attribute(CollectionPersister mapping) {
        return mapping.getRole().substring(mapping.getRole().lastIndexOf('.') + 1);
    }

    /** Removes the owner from the element's side. */
    static void unset(
            CollectionPersister collection,
            Object element,
            Object owner,
            SharedSessionContractImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, element);
        int index = persister.getPropertyIndex(collection.getMappedByProperty());
        if (persister.getValue(element, index) instanceof Collection<?> others) {
            others.remove(owner);
        } else {
            persister.setValue(element, index, null);
        }
    }
}
