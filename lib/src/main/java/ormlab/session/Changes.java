package ormlab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.session.Change.Kind;

/** Lists what the next flush of a session would send, without sending anything. */
final class Changes {
    private Changes() {}

    static List<Change> of(PendingObjects pending, SessionImplementor session) {
        List<Change> changes = new ArrayList<>();
        pending.forEach(entity -> changes.add(new Change(Kind.INSERT, entity, List.of())));
        for (Map.Entry<Object, EntityEntry> managed :
                session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            Object entity = managed.getKey();
            EntityEntry entry = managed.getValue();
            if (entry.getStatus() == Status.DELETED) {
                changes.add(new Change(Kind.DELETE, entity, List.of()));
            } else if (entry.getStatus() == Status.MANAGED) {
                List<Change.Field> fields = dirty(entity, entry, session);
                if (!fields.isEmpty()) {
                    changes.add(new Change(Kind.UPDATE, entity, fields));
                }
            }
        }
        return changes;
    }

    private static List<Change.Field> dirty(
            Object entity, EntityEntry entry, SessionImplementor session) {
        EntityPersister persister = entry.getPersister();
        Object[] loaded = entry.getLoadedState();
        Object[] current = persister.getValues(entity);
        int[] places =
                loaded == null ? null : persister.findDirty(current, loaded, entity, session);
        List<Change.Field> fields = new ArrayList<>();
        for (int place : places == null ? new int[0] : places) {
            fields.add(
                    new Change.Field(
                            persister.getPropertyNames()[place], loaded[place], current[place]));
        }
        return fields;
    }
}
