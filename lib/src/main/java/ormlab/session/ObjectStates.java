package ormlab.session;

import java.util.List;
import java.util.Locale;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.error.OrmlabException;
import ormlab.error.SnippetNames;
import ormlab.error.Suggestion;

/** The states of objects in one session. */
record ObjectStates(SessionImplementor session, PendingObjects pending) {
    EntityState of(Object entity) {
        EntityPersister persister = persister(entity);
        if (pending.contains(entity)) {
            return EntityState.MANAGED;
        }
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(entity);
        if (entry != null) {
            return entry.getStatus().isDeletedOrGone() ? EntityState.REMOVED : EntityState.MANAGED;
        }
        if (pending.wasDeleted(entity)) {
            return EntityState.REMOVED;
        }
        Boolean isNew = persister.isTransient(entity, session);
        return Boolean.FALSE.equals(isNew) ? EntityState.DETACHED : EntityState.TRANSIENT;
    }

    Object requireNew(Object entity) {
        EntityState state = of(entity);
        if (state != EntityState.TRANSIENT) {
            throw new OrmlabException(
                    "%s is %s: insertAll takes new objects only, those without a row."
                            .formatted(describe(entity), state.name().toLowerCase(Locale.ROOT)));
        }
        return entity;
    }

    private EntityPersister persister(Object entity) {
        if (entity == null) {
            throw new OrmlabException(
                    "null cannot be stored. Create an object of one of your models first.");
        }
        Class<?> type = Hibernate.getClassLazy(entity);
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().findEntityDescriptor(type.getName());
        if (persister == null || persister.getMappedClass() != type) {
            throw unknown(type.getSimpleName());
        }
        return persister;
    }

    private OrmlabException unknown(String name) {
        List<String> names =
                session.getFactory().getMetamodel().getEntities().stream()
                        .map(model -> model.getJavaType().getSimpleName())
                        .sorted()
                        .toList();
        return new OrmlabException(
                names.contains(name)
                        ? ("This object is of a class '%s' that was defined again since. Call"
                                        + " db.models(…) with the new class, and create the"
                                        + " object again.")
                                .formatted(name)
                        : ("'%s' is not a registered model. Registered: %s.%s Register it with"
                                        + " db.models(…), with @Entity on the class.")
                                .formatted(name, names, Suggestion.question(name, names)));
    }

    static String describe(Object entity) {
        return SnippetNames.plain(entity.toString());
    }
}
