package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.FetchTiming;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Tracer;

/** Notes which entities are loaded by their id, and for which association. */
public final class LoadNotes implements LoadEventListener, RefreshEventListener {
    private static final long serialVersionUID = 1L;

    /** An association that refers to an entity, and the entity that it belongs to. */
    private record Referrer(String model, String attribute, @Nullable Object owner) {}

    private LoadNotes() {}

    /** Listens to all sessions of a factory. */
    public static void register(SessionFactoryImplementor factory) {
        LoadNotes notes = new LoadNotes();
        var registry = factory.getEventEngine().getListenerRegistry();
        registry.prependListeners(EventType.LOAD, notes);
        registry.prependListeners(EventType.REFRESH, notes);
    }

    @Override
    public void onLoad(LoadEvent event, LoadType type) {
        if (!Tracer.isOn() || type == INTERNAL_LOAD_LAZY) {
            return;
        }
        SessionImplementor session = event.getSession();
        EntityPersister persister =
                event.getFactory()
                        .getMappingMetamodel()
                        .getEntityDescriptor(event.getEntityClassName());
        if (type == GET) {
            TraceNotes.note(
                    new Fact.Found(
                            session,
                            persister.getJpaEntityName(),
                            event.getEntityId(),
                            isObservable(persister)));
            return;
        }
        boolean eager = type != IMMEDIATE_LOAD;
        Referrer referrer =
                eager
                        ? eager(session, persister)
                        : referrer(session, persister, event.getEntityId());
        if (referrer != null) {
            TraceNotes.note(
                    new Fact.AssociationLoads(
                            session,
                            referrer.model(),
                            referrer.attribute(),
                            referrer.owner(),
                            persister.getJpaEntityName(),
                            true,
                            eager));
        }
    }

    /** Returns the eager association that leads to a model, and whose owner is being loaded. */
    private static @Nullable Referrer eager(SessionImplementor session, EntityPersister target) {
        Set<String> loaded = new HashSet<>();
        session.getPersistenceContextInternal()
                .getEntitiesByKey()
                .keySet()
                .forEach(key -> loaded.add(key.getEntityName()));
        List<Referrer> found = new ArrayList<>();
        target.getFactory()
                .getMappingMetamodel()
                .forEachEntityDescriptor(
                        owner ->
                                owner.forEachAttributeMapping(
                                        attribute -> {
                                            if (attribute instanceof ToOneAttributeMapping toOne
                                                    && leadsTo(toOne, target)
                                                    && loaded.contains(owner.getEntityName())
                                                    && isEager(toOne)) {
                                                found.add(
                                                        new Referrer(
                                                                owner.getJpaEntityName(),
                                                                toOne.getAttributeName(),
                                                                null));
                                            }
                                        }));
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean isEager(ToOneAttributeMapping toOne) {
        return toOne.getMappedFetchOptions().getTiming() == FetchTiming.IMMEDIATE;
    }

    /** Returns whether all collections of a model are of the kind that {@link ReadBag} observes. */
    private static boolean isObservable(EntityPersister persister) {
        boolean[] observable = {true};
        persister.forEachAttributeMapping(
                attribute -> {
                    if (attribute instanceof PluralAttributeMapping plural) {
                        observable[0] &=
                                plural.getMappedType()
                                                        .getCollectionSemantics()
                                                        .getCollectionClassification()
                                                == CollectionClassification.BAG
                                        && plural.getPropertyAccess()
                                                .getGetter()
                                                .getReturnTypeClass()
                                                .isAssignableFrom(List.class);
                    }
                });
        return observable[0];
    }

    /** Returns the loaded entity that refers to another one, which is loading. */
    private static @Nullable Referrer referrer(
            SessionImplementor session, EntityPersister target, Object id) {
        var context = session.getPersistenceContextInternal();
        for (Map.Entry<Object, EntityEntry> loaded : context.reentrantSafeEntityEntries()) {
            Object[] state = loaded.getValue().getLoadedState();
            EntityPersister persister = loaded.getValue().getPersister();
            for (int i = 0; state != null && i < persister.getNumberOfAttributeMappings(); i++) {
                var attribute = persister.getAttributeMapping(i);
                if (attribute instanceof ToOneAttributeMapping toOne
                        && leadsTo(toOne, target)
                        && state[i] != null
                        && id.equals(session.getContextEntityIdentifier(state[i]))) {
                    return new Referrer(
                            persister.getJpaEntityName(),
                            toOne.getAttributeName(),
                            loaded.getKey());
                }
            }
        }
        return null;
    }

    private static boolean leadsTo(ToOneAttributeMapping toOne, EntityPersister target) {
        return toOne.getEntityMappingType()
                .getRootEntityDescriptor()
                .getEntityName()
                .equals(target.getRootEntityDescriptor().getEntityName());
    }

    @Override
    public void onRefresh(RefreshEvent event) {
        TraceNotes.forgets(event.getSession());
    }

    @Override
    public void onRefresh(RefreshEvent event, RefreshContext refreshed) {
        onRefresh(event);
    }
}
