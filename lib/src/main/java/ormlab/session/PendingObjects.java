package ormlab.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Interceptor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import ormlab.identity.IdBlocks;
import ormlab.relationship.AddsLater;
import ormlab.relationship.OtherSide;

/**
 * Keeps the objects that were added and not yet flushed, and those that the current transaction
 * inserted.
 *
 * <p>Hibernate would insert an object with a generated id the moment it is persisted. Here it waits
 * for the flush, as in SQLAlchemy: one look at the code tells when statements go out, and a hundred
 * thousand objects are known before the first is sent.
 */
final class PendingObjects implements Interceptor, AddsLater, IdBlocks.Holder {
    private final SessionGuard guard;
    private final IdentityList waiting = new IdentityList();
    private final IdBlocks ids = new IdBlocks();
    private final List<Object> inserted = new ArrayList<>();

    PendingObjects(SessionGuard guard) {
        this.guard = guard;
    }

    /** Called before each flush, also before those that a query asks for. */
    void beforeFlush(EventSource session) {
        guard.check();
        persistAll(session);
    }

    @Override
    public void add(Object entity) {
        waiting.add(entity);
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
    }

    /**
     * Hands everything that waits to Hibernate, in the order of adding, but what others refer to
     * first.
     */
    private void persistAll(EventSource session) {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            boolean mixed = takeIds(session);
            while (!waiting.isEmpty()) {
                persist(waiting.first(), session);
            }
            if (ids.isOpen()) {
                if (mixed) {
                    session.getActionQueue().sortActions();
                }
                session.getActionQueue().executeInserts();
            }
        } finally {
            ids.close();
        }
    }

    /** From how many objects of a class on their ids are taken beforehand. */
    private static final int MANY = 10;

    /**
     * Takes ids for many objects beforehand; few get theirs from their own inserts.
     *
     * @return whether objects of several classes wait
     */
    private boolean takeIds(SessionImplementor session) {
        Map<Class<?>, Integer> counts = new HashMap<>();
        waiting.forEach(entity -> counts.merge(entity.getClass(), 1, Integer::sum));
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

    private void persist(Object entity, SessionImplementor session) {
        if (!remove(entity)) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i].isEntityType()) {
                Object referred = persister.getValue(entity, i);
                if (referred != null && contains(referred)) {
                    persist(referred, session);
                }
            }
        }
        OtherSide.adopt(entity, persister, session).forEach(this::add);
        session.persist(entity);
    }

    /**
     * Hibernate tells of each object that it makes persistent, also of those reached by a cascade.
     */
    @Override
    public boolean onPersist(
            Object entity, Object id, Object[] state, String[] names, Type[] types) {
        inserted.add(entity);
        waiting.remove(entity);
        return false;
    }

    void committed() {
        inserted.clear();
    }

    /**
     * Takes the ids back from objects whose insert was rolled back: they are new again and can be
     * added again.
     */
    void rolledBack(SessionImplementor session) {
        for (Object entity : inserted) {
            EntityPersister persister = session.getEntityPersister(null, entity);
            persister.resetIdentifier(
                    entity,
                    persister.getIdentifier(entity, session),
                    persister.getVersion(entity),
                    session);
        }
        inserted.clear();
        waiting.clear();
    }
}
