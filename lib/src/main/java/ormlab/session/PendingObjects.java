package ormlab.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.Interceptor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import ormlab.internal.advice.TraceNotes;
import ormlab.internal.identity.IdBlocks;
import ormlab.relationship.DeferredInserts;
import ormlab.relationship.IdentityList;
import ormlab.relationship.InverseLists;
import ormlab.relationship.OtherSide;

/**
 * Keeps the objects that were added but not flushed yet, and those that the current transaction
 * inserted.
 *
 * <p>Hibernate would insert an object with a generated id the moment it is persisted. Here it waits
 * for the flush, as in SQLAlchemy, so the code shows when statements are sent, and all objects are
 * known before the first is inserted.
 */
final class PendingObjects implements Interceptor, DeferredInserts, IdBlocks.Holder {
    /** The number of objects of a class for which their ids are taken in advance. */
    private static final int MANY = 10;

    private final SessionGuard guard;

    /** Elements of lists whose references were already visited in this flush. */
    private final Set<Object> visited = identitySet();

    /** Objects that are being persisted: the one that was added, and the ones it refers to. */
    private final Set<Object> underWay = identitySet();

    /** The object that was last taken off the list and passed to Hibernate. */
    private @Nullable Object taken;

    private boolean deleting;
    private final IdentityList<Object> waiting = new IdentityList<>();
    private final IdBlocks ids = new IdBlocks();
    private final List<Object> inserted = new ArrayList<>();

    private final ChangedVersions versions = new ChangedVersions();

    /** Objects that the current transaction deletes or has deleted. */
    private final Set<Object> deleted = identitySet();

    PendingObjects(SessionGuard guard) {
        this.guard = guard;
    }

    @Override
    public boolean isDeleting() {
        return deleting;
    }

    /** Runs a deletion; meanwhile, the owner's lists return all their elements. */
    void deleting(Runnable deletion) {
        deleting = true;
        try {
            deletion.run();
        } finally {
            deleting = false;
        }
    }

    /** Called before each flush, including those that a query causes. */
    void beforeFlush(EventSource session) {
        guard.check();
        persistAll(session);
    }

    @Override
    public void add(Object entity) {
        waiting.add(entity);
    }

    boolean wasDeleted(Object entity) {
        return deleted.contains(entity);
    }

    void kept(Object entity) {
        deleted.remove(entity);
    }

    boolean contains(Object entity) {
        return waiting.contains(entity);
    }

    @Override
    public boolean remove(Object entity) {
        return waiting.remove(entity);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void forEach(Consumer<Object> each) {
        waiting.forEach(each);
    }

    void clear() {
        waiting.clear();
        deleted.clear();
    }

    /**
     * Passes all waiting objects to Hibernate in the order in which they were added, except that
     * objects that others refer to come first.
     */
    private void persistAll(EventSource session) {
        InverseLists lists = new InverseLists(session, this::add);
        lists.alignChanged();
        if (waiting.isEmpty()) {
            return;
        }
        try {
            boolean mixed = takeIds(adoptAll(lists, session), session);
            while (!waiting.isEmpty()) {
                persist(waiting.poll(), session);
            }
            if (ids.isOpen()) {
                if (mixed) {
                    session.getActionQueue().sortActions();
                }
                session.getActionQueue().executeInserts();
            }
        } finally {
            ids.close();
            visited.clear();
            underWay.clear();
            taken = null;
        }
    }

    /**
     * Takes the ids of many objects in advance; a few objects get theirs from their own inserts.
     * Returns whether objects of several classes are waiting.
     */
    private boolean takeIds(Map<Class<?>, Integer> counts, SessionImplementor session) {
        Map<EntityPersister, Integer> rows = new HashMap<>();
        counts.forEach(
                (type, count) ->
                        rows.merge(
                                session.getFactory()
                                        .getMappingMetamodel()
                                        .getEntityDescriptor(type)
                                        .getRootEntityDescriptor()
                                        .getEntityPersister(),
                                count,
                                Integer::sum));
        rows.forEach(
                (persister, count) -> {
                    if (count >= MANY) {
                        ids.take(persister, count, session);
                    }
                });
        return counts.size() > 1;
    }

    @Override
    public IdBlocks idBlocks() {
        return ids;
    }

    /**
     * Sets the owners of the elements of new objects before any of them is sent, and counts the
     * objects by class. One pass does both, because visiting a hundred thousand objects takes time.
     */
    private Map<Class<?>, Integer> adoptAll(InverseLists lists, SessionImplementor session) {
        Map<Class<?>, Integer> counts = new HashMap<>();
        waiting.forEachGrowing(
                entity -> {
                    counts.merge(entity.getClass(), 1, Integer::sum);
                    adopt(entity, lists, session);
                });
        return counts;
    }

    private void adopt(Object entity, InverseLists lists, SessionImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        Object[] values = persister.getValues(entity);
        lists.alignNew(entity, values, persister);
        OtherSide.adopt(entity, values, persister, session).forEach(this::add);
    }

    /** Persists an object that was just taken off the list, after the objects it refers to. */
    private void persist(Object entity, SessionImplementor session) {
        EntityPersister persister = session.getEntityPersister(null, entity);
        Object[] values = persister.getValues(entity);
        List<Object> references = References.of(entity, values, persister);
        List<Object> elements = References.elements(values, persister, session);
        if (!references.isEmpty() || !elements.isEmpty()) {
            underWay.add(entity);
            references.stream()
                    .filter(this::remove)
                    .forEach(referred -> persist(referred, session));
            elements.forEach(element -> referencesOfElement(element, session));
            underWay.remove(entity);
        }
        taken = entity;
        session.persist(entity);
    }

    /**
     * Persists what the elements of a list refer to, because a cascade from the list's owner would
     * otherwise reach the elements first. An element that refers to an owner that is being
     * persisted has to wait for it.
     */
    private void referencesOfElement(Object element, SessionImplementor session) {
        if (visited.add(element)) {
            References.of(element, session).stream()
                    .filter(this::contains)
                    .filter(referred -> !leadsToUnderWay(referred, session, identitySet()))
                    .filter(this::remove)
                    .forEach(referred -> persist(referred, session));
        }
    }

    private boolean leadsToUnderWay(Object entity, SessionImplementor session, Set<Object> seen) {
        return seen.add(entity)
                && References.of(entity, session).stream()
                        .anyMatch(
                                referred ->
                                        underWay.contains(referred)
                                                || contains(referred)
                                                        && leadsToUnderWay(
                                                                referred, session, seen));
    }

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Called for each object that becomes persistent, including those reached by a cascade. */
    @Override
    public boolean onPersist(
            Object entity, Object id, Object[] state, String[] names, Type[] types) {
        inserted.add(entity);
        SessionImplementor session = guard.session();
        if (entity != taken) { // taken is no longer on the list, and searching for it would be slow
            waiting.remove(entity);
            adopt(entity, new InverseLists(session, this::add), session);
        }
        boolean filled = OtherSide.fillNulls(state, types, session);
        TraceNotes.inserts(session, entity, state, names);
        return filled;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        deleted.add(entity);
    }

    @Override
    public boolean onFlushDirty(
            Object entity,
            Object id,
            Object[] current,
            Object[] previous,
            String[] names,
            Type[] types) {
        TraceNotes.updates(guard.session(), entity, id, current, previous);
        versions.note(entity, previous, guard.session().getEntityPersister(null, entity));
        return false;
    }

    void committed() {
        inserted.clear();
        deleted.clear();
        versions.clear();
    }

    /**
     * Resets the ids of objects whose insert was rolled back, and the versions of changed objects.
     */
    void rolledBack(SessionImplementor session) {
        versions.reset(session);
        RolledBackIds.reset(inserted, session);
        inserted.clear();
        clear();
    }
}
