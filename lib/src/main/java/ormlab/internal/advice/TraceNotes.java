package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.FetchTiming;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.SelectionQuery;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Tracer;

/**
 * Notes what Hibernate does while a trace records. Without a trace, each method returns at once.
 */
public final class TraceNotes {
    private static final Rules RULES = new Rules();

    private TraceNotes() {}

    static void note(Fact fact) {
        Tracer.note(fact, RULES);
    }

    /** Notes that a session sends a statement. */
    public static void sending(@Nullable SessionImplementor session) {
        if (session != null && Tracer.isOn()) {
            note(new Fact.Sending(session));
        }
    }

    /** Notes that a session is about to run a query, which may flush. */
    public static void queryStarts(SessionImplementor session) {
        if (Tracer.isOn()) {
            note(new Fact.QueryStarts(session));
        }
    }

    /** Notes that a session forgets its entities. */
    public static void forgets(SessionImplementor session) {
        if (Tracer.isOn()) {
            note(new Fact.Forgets(session));
        }
    }

    /** Notes that a collection loads. */
    public static void loads(
            SessionImplementor session, PersistentCollection<?> collection, String model) {
        if (Tracer.isOn()) {
            CollectionPersister persister =
                    session.getPersistenceContextInternal()
                            .getCollectionEntry(collection)
                            .getLoadedPersister();
            String role = Objects.requireNonNull(collection.getRole());
            note(
                    new Fact.AssociationLoads(
                            session,
                            model,
                            role.substring(role.lastIndexOf('.') + 1),
                            collection.getOwner(),
                            "",
                            false,
                            persister.getAttributeMapping().getMappedFetchOptions().getTiming()
                                    == FetchTiming.IMMEDIATE));
        }
    }

    /** Notes how the result of a query is read. */
    public static <R> void observe(
            SelectionQuery<R> query, @Nullable String hql, SessionImplementor session) {
        if (Tracer.isOn()) {
            QueryText text = QueryText.of(query, hql);
            query.setResultListTransformer(
                    rows -> {
                        ReadList<R> read = new ReadList<>(rows);
                        note(
                                new Fact.Queried(
                                        session,
                                        text,
                                        model(rows, text, session),
                                        read,
                                        query.getMaxResults(),
                                        query.getFirstResult(),
                                        elements(text, session)));
                        return read;
                    });
        }
    }

    private static String model(List<?> rows, QueryText query, SessionImplementor session) {
        Object row = rows.isEmpty() ? null : rows.get(0);
        var entry = row == null ? null : session.getPersistenceContextInternal().getEntry(row);
        return entry == null ? query.model() : entry.getPersister().getJpaEntityName();
    }

    /** Counts the elements of all collections that a query fetches, if there are several. */
    private static int elements(QueryText query, SessionImplementor session) {
        if (query.fetched().size() < 2) {
            return 0;
        }
        Set<String> labels = new HashSet<>();
        query.fetched().forEach(fetched -> labels.add(fetched.label()));
        int[] sum = new int[1];
        session.getPersistenceContextInternal()
                .getCollectionEntries()
                .forEach(
                        (collection, entry) -> {
                            if (entry.getLoadedPersister() != null
                                    && labels.contains(label(entry.getLoadedPersister()))
                                    && collection.wasInitialized()) {
                                sum[0] += distinct(collection);
                            }
                        });
        return sum[0];
    }

    /** Counts each element once, because a list repeats elements whose rows were multiplied. */
    private static int distinct(PersistentCollection<?> collection) {
        Set<Object> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        if (collection instanceof ReadBag<?> bag) {
            bag.elements().forEachRemaining(elements::add);
        } else if (collection instanceof Collection<?> all) {
            elements.addAll(all);
        } else if (collection instanceof Map<?, ?> map) {
            elements.addAll(map.values());
        }
        return elements.size();
    }

    /** Returns the class and attribute of a collection, such as {@code Role.users}. */
    static String label(CollectionPersister collection) {
        String role = collection.getRole();
        return collection.getOwnerEntityPersister().getJpaEntityName()
                + role.substring(role.lastIndexOf('.'));
    }

    /** Notes that an entity has changed. */
    public static void updates(
            SessionImplementor session,
            Object entity,
            Object id,
            Object[] current,
            Object @Nullable [] previous) {
        if (!Tracer.isOn() || previous == null) {
            return;
        }
        EntityPersister persister = session.getEntityPersister(null, entity);
        Type[] types = persister.getPropertyTypes();
        List<String> changed = new ArrayList<>();
        int columns = 0;
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isCollectionType() && persister.getPropertyUpdateability()[i]) {
                columns += types[i].getColumnSpan(session.getFactory().getRuntimeMetamodels());
                if (types[i].isDirty(previous[i], current[i], session)) {
                    changed.add(persister.getPropertyNames()[i]);
                }
            }
        }
        note(
                new Fact.Updated(
                        session,
                        persister.getJpaEntityName(),
                        id,
                        changed,
                        columns,
                        persister.isVersioned(),
                        persister.isDynamicUpdate()));
    }

    /** Notes that a new entity was made persistent. */
    public static void inserts(
            SessionImplementor session, Object entity, Object[] state, String[] names) {
        if (!Tracer.isOn()) {
            return;
        }
        String model = session.getEntityPersister(null, entity).getJpaEntityName();
        List<Fact.Reference> references = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            Object id =
                    state[i] == null || !Hibernate.isInitialized(state[i])
                            ? null
                            : session.getPersistenceContextInternal().getEntry(state[i]) == null
                                    ? null
                                    : session.getContextEntityIdentifier(state[i]);
            if (id != null) {
                String target = session.getEntityPersister(null, state[i]).getJpaEntityName();
                references.add(new Fact.Reference(model + "." + names[i], target, id));
            }
        }
        if (!references.isEmpty()) {
            note(new Fact.Inserted(session, references));
        }
    }
}
