package ormlab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.session.PendingChange.Kind;

/** Lists what the next flush of a session would send; sends nothing. */
final class PendingChanges {
    private PendingChanges() {}

    static List<PendingChange> of(PendingObjects pending, SessionImplementor session) {
        List<PendingChange> changes = new ArrayList<>();
        pending.forEach(entity -> changes.add(new PendingChange(Kind.INSERT, entity, List.of())));
        for (Map.Entry<Object, EntityEntry> managed :
                session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            Object entity = managed.getKey();
            EntityEntry entry = managed.getValue();
            if (entry.getStatus() == Status.DELETED) {
                changes.add(new PendingChange(Kind.DELETE, entity, List.of()));
            } else if (entry.getStatus() == Status.MANAGED) {
                List<PendingChange.Field> fields = dirty(entity, entry, session);
                if (!fields.isEmpty()) {
                    changes.add(new PendingChange(Kind.UPDATE, entity, fields));
                }
            }
        }
        return changes;
    }

    private static List<PendingChange.Field> dirty(
            Object entity, EntityEntry entry, SessionImplementor session) {
        EntityPersister persister = entry.getPersister();
        Object[] loaded = entry.getLoadedState();
        Object[] current = persister.getValues(entity);
        int[] places =
                loaded == null ? null : persister.findDirty(current, loaded, entity, session);
        List<PendingChange.Field> fields = new ArrayList<>();
        for (int place : places == null ? new int[0] : places) {
            fields.add(
                    new PendingChange.Field(
                            persister.getPropertyNames()[place], loaded[place], current[place]));
        }
        return fields;
    }
}
