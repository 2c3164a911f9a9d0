package ormlab.relationship;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionKey;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * Keeps the owning side in step with plain lists and sets on the inverse side ({@code mappedBy}),
 * which Hibernate does not store.
 *
 * <p>An object that was added to such a list since it was loaded gets the list's owner, and a
 * removed one loses it, unless your code set the owning side itself; a contradiction is an error.
 * This loads nothing, because even a list that was never loaded records what was added to it.
 */
public final class InverseLists {
    private final SharedSessionContractImplementor session;
    private final Consumer<Object> found;

    /**
     * Creates an instance for one session.
     *
     * @param found receives each new element, which must be stored with its owner
     */
    public InverseLists(SharedSessionContractImplementor session, Consumer<Object> found) {
        this.session = session;
        this.found = found;
    }

    /** Aligns all lists of the session that changed since the last flush. */
    public void alignChanged() {
        Map<PersistentCollection<?>, CollectionPersister> changed = new IdentityHashMap<>();
        ((SessionImplementor) session)
                .getPersistenceContextInternal()
                .forEachCollectionEntry(
                        (list, entry) -> {
                            if (list.isDirty() || list.hasQueuedOperations()) {
                                changed.put(list, entry.getLoadedPersister());
                            }
                        },
                        false);
        changed.forEach(this::align);
        alignReplaced();
    }

    /** Aligns lists that replaced one that Hibernate knew. */
    private void alignReplaced() {
        PersistenceContext context = ((SessionImplementor) session).getPersistenceContextInternal();
        for (Map.Entry<Object, EntityEntry> managed : context.reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            EntityPersister persister = entry.getPersister();
            if (persister.hasCollections() && entry.getStatus() == Status.MANAGED) {
                Object owner = managed.getKey();
                forEachList(
                        persister.getValues(owner),
                        persister,
                        (list, mapping) -> {
                            CollectionKey key = new CollectionKey(mapping, entry.getId());
                            align(mapping, owner, loaded(context.getCollection(key)), list);
                        });
            }
        }
    }

    private static Collection<?> loaded(@Nullable PersistentCollection<?> replaced) {
        return replaced != null && replaced.wasInitialized() ? snapshot(replaced) : List.of();
    }

    private void align(PersistentCollection<?> list, CollectionPersister mapping) {
        Object owner = list.getOwner();
        if (mapping == null
                || !isOtherSide(mapping)
                || !(list instanceof Collection<?> now)
                || list instanceof PersistentQueryList<?>
                || isDeleted(owner)) {
            return;
        }
        if (!list.wasInitialized()) {
            list.queuedAdditionIterator()
                    .forEachRemaining(
                            element -> {
                                if (element == null) {
                                    throw cleared(mapping, owner);
                                }
                                added(mapping, element, owner);
                            });
            return;
        }
        align(mapping, owner, snapshot(list), now);
    }

    private void align(
            CollectionPersister mapping, Object owner, Collection<?> loaded, Collection<?> now) {
        Set<Object> before = identitySet(loaded);
        Set<Object> after = identitySet(now);
        after.stream()
                .filter(element -> !before.contains(element))
                .forEach(element -> added(mapping, element, owner));
        before.stream()
                .filter(element -> !after.contains(element))
                .forEach(element -> removed(mapping, element, owner));
    }

    /**
     * Aligns the lists of an object that is about to be stored.
     *
     * @param values its attributes, in the persister's order
     */
    public void alignNew(Object owner, Object[] values, EntityPersister persister) {
        forEachList(values, persister, (list, mapping) -> align(mapping, owner, List.of(), list));
    }

    /** Passes on the lists on the inverse side that Hibernate does not know yet. */
    private void forEachList(
            Object[] values,
            EntityPersister persister,
            BiConsumer<Collection<?>, CollectionPersister> action) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> list
                    && !(list instanceof PersistentCollection<?>)
                    && !(list instanceof NewList<?>)
                    && persister.getPropertyTypes()[i] instanceof CollectionType type) {
                CollectionPersister mapping =
                        session.getFactory()
                                .getMappingMetamodel()
                                .getCollectionDescriptor(type.getRole());
                if (isOtherSide(mapping)) {
                    action.accept(list, mapping);
                }
            }
        }
    }

    private static boolean isOtherSide(CollectionPersister mapping) {
        return mapping.isInverse()
                && mapping.getMappedByProperty() != null
                && !mapping.getMappedByProperty().contains(".")
                && (mapping.isOneToMany() || mapping.isManyToMany());
    }

    private void added(CollectionPersister mapping, Object listed, Object owner) {
        if (listed == null) {
            return;
        }
        Object element = Hibernate.unproxy(listed);
        EntityPersister persister = session.getEntityPersister(null, element);
        int place = persister.getPropertyIndex(mapping.getMappedByProperty());
        Object owning = persister.getValue(element, place);
        if (persister.getPropertyTypes()[place] instanceof CollectionType) {
            if (takesChanges(owning) && owning instanceof Collection<?> others) {
                OtherSide.addTo(others, owner);
            } else {
                throw storesNothing(mapping, element, owner, "add");
            }
        } else if (owning == null) {
            persister.setValue(element, place, owner);
        } else if (!isSame(owning, owner)) {
            throw new OrmlabException(
                    ("%s was put into the list '%s' of %s, and its '%s' is %s. Only that is"
                                    + " stored, not the list: set '%s' to the right owner.")
                            .formatted(
                                    element,
                                    OtherSide.attribute(mapping),
                                    owner,
                                    mapping.getMappedByProperty(),
                                    owning,
                                    mapping.getMappedByProperty()));
        }
        if (((SessionImplementor) session).getPersistenceContextInternal().getEntry(element)
                == null) {
            requireNew(mapping, element, owner, persister);
            found.accept(element);
        }
    }

    private void requireNew(
            CollectionPersister mapping, Object element, Object owner, EntityPersister persister) {
        if (Boolean.FALSE.equals(persister.isTransient(element, session))) {
            throw new OrmlabException(
                    ("%s was put into the list '%s' of %s and is detached, so it would not be"
                                    + " stored. Load it again, then add it.")
                            .formatted(element, OtherSide.attribute(mapping), owner));
        }
    }

    private void removed(CollectionPersister mapping, Object listed, Object owner) {
        if (mapping.hasOrphanDelete() || isDeleted(listed) || !Hibernate.isInitialized(listed)) {
            return;
        }
        Object element = Hibernate.unproxy(listed);
        EntityPersister persister = session.getEntityPersister(null, element);
        int place = persister.getPropertyIndex(mapping.getMappedByProperty());
        Object owning = persister.getValue(element, place);
        if (!(persister.getPropertyTypes()[place] instanceof CollectionType)) {
            if (owning != null && isSame(owning, owner)) {
                persister.setValue(element, place, null);
            }
        } else if (takesChanges(owning) && owning instanceof Collection<?> others) {
            others.remove(owner);
        } else {
            throw storesNothing(mapping, element, owner, "remove");
        }
    }

    /**
     * Returns whether a list knows its elements: Hibernate's own lists only do once they are
     * loaded.
     */
    private static boolean takesChanges(Object owning) {
        return owning instanceof PersistentQueryList<?> || Hibernate.isInitialized(owning);
    }

    private static OrmlabException storesNothing(
            CollectionPersister mapping, Object element, Object owner, String verb) {
        String owning = mapping.getMappedByProperty();
        String side = element.getClass().getSimpleName() + "." + owning;
        boolean adding = verb.equals("add");
        return new OrmlabException(
                ("%s was %s '%s' of %s, which stores nothing: the owning side is %s, and it is not"
                                + " loaded. %s that one: %s.%s(…).")
                        .formatted(
                                element,
                                adding ? "put into" : "removed from",
                                OtherSide.attribute(mapping),
                                owner,
                                side,
                                adding ? "Add to" : "Remove from",
                                owning,
                                verb));
    }

    /** Hibernate records that such a list was cleared, but then does nothing about it. */
    private static OrmlabException cleared(CollectionPersister mapping, Object owner) {
        return new OrmlabException(
                ("The list '%s' of %s was cleared without being loaded, which stores nothing."
                                + " Load it first, for example by size(); or change the rows with one"
                                + " statement: filterBy(\"%s\", …).update(\"%s\", null).")
                        .formatted(
                                OtherSide.attribute(mapping),
                                owner,
                                mapping.getMappedByProperty(),
                                mapping.getMappedByProperty()));
    }

    private boolean isDeleted(Object entity) {
        EntityEntry entry =
                ((SessionImplementor) session).getPersistenceContextInternal().getEntry(entity);
        return entry != null && entry.getStatus().isDeletedOrGone();
    }

    private boolean isSame(Object reference, Object owner) {
        return OtherSide.isSame(reference, owner, session);
    }

    private static Collection<?> snapshot(PersistentCollection<?> list) {
        Object snapshot = list.getStoredSnapshot();
        if (snapshot instanceof Map<?, ?> set) {
            return set.keySet();
        }
        return snapshot instanceof Collection<?> elements ? elements : List.of();
    }

    private static Set<Object> identitySet(Collection<?> elements) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        elements.forEach(element -> set.add(element));
        set.remove(null);
        return set;
    }
}
