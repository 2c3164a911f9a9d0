package ormlab.query;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.MutationSpecification;
import org.hibernate.query.specification.SelectionSpecification;
import ormlab.error.CellTrace;
import ormlab.error.OrmlabException;

/**
 * Is a question to the database that can still be narrowed.
 *
 * <p>A query is a value: each method that narrows it returns a new one and leaves this one as it
 * was. Nothing is sent before {@link #all()}, {@link #first()}, {@link #count()} and their like. It
 * stands on Hibernate's {@link SelectionSpecification}; {@link #filter} takes Hibernate's own
 * {@link Restriction}s and {@link #orderBy} its {@link Order}s.
 *
 * @param <T> the model asked for
 */
public final class Query<T> {
    private final Class<T> model;
    private final Supplier<? extends Session> session;
    private final List<Restriction<? super T>> restrictions;
    private final List<Sort<T>> sorts;
    private final int limit;
    private final int offset;

    /** No limit: all rows. */
    private static final int ALL = -1;

    private Query(
            Class<T> model,
            Supplier<? extends Session> session,
            List<Restriction<? super T>> restrictions,
            List<Sort<T>> sorts,
            int limit,
            int offset) {
        this.model = model;
        this.session = session;
        this.restrictions = List.copyOf(restrictions);
        this.sorts = List.copyOf(sorts);
        this.limit = limit;
        this.offset = offset;
    }

    /**
     * Starts a query that matches every row.
     *
     * @param model the model asked for
     * @param session gives the session at the moment when the query is sent
     * @param <T> the model's type
     * @return the query
     */
    public static <T> Query<T> of(Class<T> model, Supplier<? extends Session> session) {
        return new Query<>(model, session, List.of(), List.of(), ALL, 0);
    }

    /**
     * Keeps the rows whose attribute equals a value.
     *
     * @param attribute the attribute's name, also through associations: {@code author.username}
     * @param value the value; null keeps the rows without one
     * @return the narrowed query
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> filterBy(String attribute, Object value) {
        Attributes.resolve(entity(), attribute);
        return filter(Filters.equal(attribute, value));
    }

    /**
     * Keeps the rows that meet a condition.
     *
     * @param condition one of {@link Filters}, or any of Hibernate's
     * @return the narrowed query
     */
    public Query<T> filter(Restriction<? super T> condition) {
        return with(plus(restrictions, condition), sorts, limit, offset);
    }

    /**
     * Sorts by attributes; a later call sorts within what an earlier one left equal.
     *
     * @param attributes names, each alone or followed by {@code asc} or {@code desc}: {@code
     *     "username desc"}
     * @return the sorted query
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> orderBy(String... attributes) {
        List<Sort<T>> all = new ArrayList<>(sorts);
        for (String attribute : attributes) {
            all.add(Sort.parse(entity(), attribute));
        }
        return with(restrictions, all, limit, offset);
    }

    /**
     * Sorts by one of Hibernate's orders, for who has a static metamodel.
     *
     * @param order the order
     * @return the sorted query
     */
    public Query<T> orderBy(Order<? super T> order) {
        return with(restrictions, plus(sorts, Sort.of(order)), limit, offset);
    }

    /**
     * Keeps the first rows.
     *
     * @param rows how many, 0 or more
     * @return the limited query
     */
    public Query<T> limit(int rows) {
        return with(restrictions, sorts, notNegative("limit", rows), offset);
    }

    /**
     * Leaves the first rows out.
     *
     * @param rows how many, 0 or more
     * @return the query without them
     */
    public Query<T> offset(int rows) {
        return with(restrictions, sorts, limit, notNegative("offset", rows));
    }

    private static int notNegative(String what, int rows) {
        if (rows < 0) {
            throw new OrmlabException(what + " must be 0 or more, and is " + rows + ".");
        }
        return rows;
    }

    private Query<T> with(
            List<Restriction<? super T>> conditions, List<Sort<T>> orders, int most, int skipped) {
        return new Query<>(model, session, conditions, orders, most, skipped);
    }

    private static <E> List<E> plus(List<E> list, E last) {
        List<E> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /**
     * Loads all rows that match.
     *
     * @return the objects, in order; an empty list when none matches
     */
    public List<T> all() {
        return sent(() -> selection(session.get()).getResultList());
    }

    /**
     * Loads the first row that matches.
     *
     * @return the object, or empty when none matches
     */
    public Optional<T> first() {
        return limit == 0 ? Optional.empty() : limit(1).all().stream().findFirst();
    }

    /**
     * Loads the only row that matches.
     *
     * @return the object
     * @throws NoResultException when none matches
     * @throws NonUniqueResultException when more than one does
     */
    public T one() {
        return oneOrNone()
                .orElseThrow(
                        () ->
                                CellTrace.shorten(
                                        new NoResultException(
                                                "No row of "
                                                        + model.getSimpleName()
                                                        + " matches, and exactly one should.")));
    }

    /**
     * Loads the only row that matches, if any.
     *
     * @return the object, or empty when none matches
     * @throws NonUniqueResultException when more than one does
     */
    public Optional<T> oneOrNone() {
        List<T> found = limit == ALL ? limit(2).all() : all();
        if (found.size() > 1) {
            throw CellTrace.shorten(
                    new NonUniqueResultException(
                            "More than one row of "
                                    + model.getSimpleName()
                                    + " matches, and at most one should. first() takes the first of them."));
        }
        return found.stream().findFirst();
    }

    /**
     * Loads a row by its id; an object that the session has already is given without a statement.
     *
     * @param id the id
     * @return the object, or empty when there is no such row
     */
    public Optional<T> get(Object id) {
        return Optional.ofNullable(sent(() -> session.get().find(entity().getJavaType(), id)));
    }

    /**
     * Loads a row by its id, for a page that shows it.
     *
     * @param id the id
     * @return the object
     * @throws NotFound when there is no such row
     */
    public T getOr404(Object id) {
        return get(id).orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no "
                                                + model.getSimpleName()
                                                + " with id "
                                                + id
                                                + "."));
    }

    /**
     * Loads the first row that matches, for a page that shows it.
     *
     * @return the object
     * @throws NotFound when none matches
     */
    public T firstOr404() {
        return first().orElseThrow(
                        () -> new NotFound("There is no such " + model.getSimpleName() + "."));
    }

    /**
     * Counts the rows that match, in the database.
     *
     * @return how many rows {@link #all()} would load
     */
    public long count() {
        long matching = sent(() -> selection(session.get()).getResultCount());
        long behindOffset = Math.max(0, matching - offset);
        return limit == ALL ? behindOffset : Math.min(limit, behindOffset);
    }

    /**
     * Tells whether any row matches, without loading it.
     *
     * @return true when there is at least one
     */
    public boolean exists() {
        return limit(1).count() > 0;
    }

    /**
     * Loads row after row, for results that need not be in memory at once.
     *
     * @return the objects; close the stream (try-with-resources), it holds a cursor
     */
    public Stream<T> stream() {
        return sent(() -> selection(session.get()).getResultStream());
    }

    /**
     * Deletes the rows that match with one statement.
     *
     * <p>Objects already loaded do not notice, and cascades of the model do not run: the database's
     * own do.
     *
     * @return how many rows were deleted
     */
    public int delete() {
        if (limit != ALL || offset > 0) {
            throw new OrmlabException(
                    "delete() takes no limit and no offset: which rows would be deleted would depend on"
                            + " chance. Narrow with filter(…), or delete the objects one by one.");
        }
        return sent(
                () -> {
                    MutationSpecification<T> deletion =
                            MutationSpecification.create(
                                    model, "delete from " + entity().getName());
                    restrictions.forEach(deletion::restrict);
                    return deletion.createQuery(session.get()).executeUpdate();
                });
    }

    private SelectionQuery<T> selection(Session target) {
        EntityType<T> entity = entity();
        SelectionSpecification<T> specification = SelectionSpecification.create(model);
        restrictions.forEach(specification::restrict);
        sorts.forEach(sort -> sort.addTo(specification, entity));
        SelectionQuery<T> query = specification.createQuery(target);
        if (limit != ALL) {
            query.setMaxResults(limit);
        }
        if (offset > 0) {
            query.setFirstResult(offset);
        }
        return query;
    }

    private EntityType<T> entity() {
        try {
            return session.get().getFactory().getMetamodel().entity(model);
        } catch (IllegalArgumentException unknown) {
            throw new OrmlabException(
                    "'"
                            + model.getSimpleName()
                            + "' is no registered model, or was defined again since. Name it in"
                            + " db.models(…), with @Entity on the class.",
                    unknown);
        }
    }

    private static <R> R sent(Supplier<R> question) {
        try {
            return question.get();
        } catch (RuntimeException refused) {
            throw CellTrace.shorten(refused);
        }
    }

    /** Tells what is asked for; shows no rows and sends nothing. */
    @Override
    public String toString() {
        return "<Query " + model.getSimpleName() + ">";
    }
}
