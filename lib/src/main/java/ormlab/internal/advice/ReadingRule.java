package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hibernate.engine.FetchTiming;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;
import ormlab.trace.Advice;

/** Finds rows that were loaded but hardly read. */
final class ReadingRule implements Rule {
    /** The number of rows in a query for which advice is worthwhile. */
    private static final int SOME = 10;

    /** The number of rows for which advice is worthwhile if they may still be read later. */
    private static final int MANY = 50;

    @Override
    public List<Advice> advise(Notes notes) {
        List<Advice> advice = new ArrayList<>();
        notes.each(
                Fact.Queried.class,
                (place, query) -> {
                    // If Hibernate pages in memory, it does so after we saw this list.
                    if (!notes.returnedRows()
                            && query.rows().loaded() >= SOME
                            && query.rows().loaded() <= query.limit()) {
                        Advice one = query(query);
                        if (one != null) {
                            advice.add(one.at(notes.selectOf(place)));
                        }
                    }
                });
        Map<CollectionPersister, List<ReadBag<?>>> bags = new LinkedHashMap<>();
        for (Fact.CollectionMade made : notes.all(Fact.CollectionMade.class)) {
            bags.computeIfAbsent(made.bag().persister(), key -> new ArrayList<>()).add(made.bag());
        }
        bags.forEach((persister, made) -> collections(persister, made, notes, advice));
        return advice;
    }

    private static @Nullable Advice query(Fact.Queried query) {
        ReadList<?> rows = query.rows();
        String model = query.model();
        boolean own = query.query().hql() == null;
        if (rows.read() > 0) {
            return rows.read() > rows.loaded() / 2
                    ? null
                    : new Advice(
                            Advice.Kind.CUT_IN_JAVA,
                            model,
                            "%s rows of %s were loaded, and %s read."
                                    .formatted(rows.loaded(), model, rows.read()),
                            "Add %s(%s)%s."
                                    .formatted(
                                            own ? "limit" : "setMaxResults",
                                            rows.read(),
                                            own ? " before all()" : " to the query"));
        }
        if (rows.counted() || rows.askedIfEmpty()) {
            String counts =
                    own
                            ? "Write count() in place of all().size()."
                            : "Write getResultCount() in place of getResultList().size().";
            String asks =
                    own
                            ? "Write exists() to ask whether there are any."
                            : "Write setMaxResults(1) to ask whether there are any.";
            return counted(
                    model, rows.loaded() + " rows of " + model, rows.counted() ? counts : asks);
        }
        return rows.loaded() >= MANY && query.query().fetched().isEmpty()
                ? unread(model, rows.loaded(), model, "Leave the query out.")
                : null;
    }

    private static Advice counted(String where, String rows, String fix) {
        return new Advice(
                Advice.Kind.COUNTED_IN_JAVA, where, rows + " were loaded and only counted.", fix);
    }

    private static Advice unread(String where, int rows, String what, String fix) {
        return new Advice(
                Advice.Kind.UNREAD_ROWS,
                where,
                "%s rows of %s were loaded, and none was read.".formatted(rows, what),
                fix);
    }

    private static void collections(
            CollectionPersister persister,
            List<ReadBag<?>> made,
            Notes notes,
            List<Advice> advice) {
        int rows = made.stream().mapToInt(ReadBag::loaded).sum();
        Predicate<ReadBag<?>> counted = ReadBag::isCounted;
        if (rows < MANY || made.stream().anyMatch(ReadBag::isRead)) {
            return;
        }
        String label = TraceNotes.label(persister);
        if (made.stream().anyMatch(counted)) {
            advice.add(counted(label, rows + " rows of " + label, countFix(persister, label)));
        } else if (!notes.returnedRows() && made.stream().noneMatch(ReadBag::isUsed)) {
            fetched(persister, label, rows, notes, advice);
        }
    }

    /** Only a query with a fetch or an eager association can load a collection that is not used. */
    private static void fetched(
            CollectionPersister persister,
            String label,
            int rows,
            Notes notes,
            List<Advice> advice) {
        for (int place = 0; place < notes.size(); place++) {
            Fact.Queried query = notes.fact(place, Fact.Queried.class);
            for (QueryText.Fetched fetched :
                    query == null ? List.<QueryText.Fetched>of() : query.query().fetched()) {
                if (fetched.label().equals(label)) {
                    advice.add(
                            unread(
                                            label,
                                            rows,
                                            label,
                                            "Leave out " + query.query().fetch(fetched) + ".")
                                    .at(notes.selectOf(place)));
                    return;
                }
            }
        }
        if (persister.getAttributeMapping().getMappedFetchOptions().getTiming()
                == FetchTiming.IMMEDIATE) {
            advice.add(
                    new Advice(
                            Advice.Kind.EAGER_ASSOCIATION,
                            label,
                            "%s is EAGER: %s rows were loaded, and none was read."
                                    .formatted(label, rows),
                            "Map it with fetch = FetchType.LAZY."));
        }
    }

    private static String countFix(CollectionPersister persister, String label) {
        String owner = persister.getOwnerEntityPersister().getJpaEntityName();
        String attribute = label.substring(label.indexOf('.') + 1);
        String alias = owner.substring(0, 1).toLowerCase();
        return "Count in the database: select %1$s, size(%1$s.%2$s) from %3$s %1$s."
                .formatted(alias, attribute, owner);
    }
}
