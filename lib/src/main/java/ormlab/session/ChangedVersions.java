package ormlab.session;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The versions that changed objects had before a transaction.
 *
 * <p>Hibernate increments the version in the object before it sends the UPDATE. After a rollback,
 * the object would look as if it were based on the latest row, and a merge would overwrite that
 * row.
 */
final class ChangedVersions {
    private final Map<Object, Object> before = new IdentityHashMap<>();

    void note(Object entity, Object[] loaded, EntityPersister persister) {
        if (persister.isVersioned() && loaded != null) {
            before.putIfAbsent(entity, loaded[persister.getVersionPropertyIndex()]);
        }
    }

    void reset(SessionImplementor session) {
        before.forEach(
                (entity, version) -> {
                    EntityPersister persister = session.getEntityPersister(null, entity);
                    persister.setValue(entity, persister.getVersionPropertyIndex(), version);
                });
        clear();
    }

    void clear() {
        before.clear();
    }
}
