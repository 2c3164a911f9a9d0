package ormlab.query;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.MutationSpecification;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;

/**
 * Is a question to the database that can still be narrowed.
 *
 * <p>A query is a value: each method that narrows it returns a new one and leaves this one as it
 * was. Nothing is sent before {@link #all()}, {@link #first()}, {@link #count()} and their like. It
 * stands on Hibernate's {@link org.hibernate.query.specification.SelectionSpecification}; {@link
 * #filter} takes Hibernate's own {@link Restriction}s and {@link #orderBy} its {@link Order}s.
 *
 * @param <T> the model asked for
 */
public final class Query<T> {
    private final Class<T> model;
    private final Supplier<? extends Session> session;
    private final Selection<T> selection;

    private Query(Class<T> model, Supplier<? extends Session> session, Selection<T> selection) {
        this.model = model;
        this.session = session;
        this.selection = selection;
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
        return new Query<>(model, session, Selection.everything());
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
        return with(selection.restrict(condition));
    }

    /**
     * Sorts by attributes; a later call sorts within what an earlier one left equal.
     *
     * <p>Rows without a value come first on SQLite and last on PostgreSQL, in descending order the
     * other way round: the order in which each can read its indexes. HQL says it for one query:
     * {@code order by name nulls last}.
     *
     * @param attributes names, each alone or followed by {@code asc} or {@code desc}: {@code
     *     "username desc"}
     * @return the sorted query
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> orderBy(String... attributes) {
        Selection<T> sorted = selection;
        for (String attribute : attributes) {
            sorted = sorted.sort(Sort.parse(entity(), attribute));
        }
        return with(sorted);
    }

    /**
     * Sorts by one of Hibernate's orders, for who has a static metamodel.
     *
     * @param order the order
     * @return the sorted query
     */
    public Query<T> orderBy(Order<? super T> order) {
        return with(selection.sort(Sort.of(order)));
    }

    /**
     * Keeps the first rows.
     *
     * @param rows how many, 0 or more
     * @return the limited query
     */
    public Query<T> limit(int rows) {
        return with(selection.limit(notNegative("limit", rows)));
    }

    /**
     * Leaves the first rows out.
     *
     * @param rows how many, 0 or more
     * @return the query without them
     */
    public Query<T> offset(int rows) {
        return with(selection.offset(notNegative("offset", rows)));
    }

    private static int notNegative(String what, int rows) {
        if (rows < 0) {
            throw new OrmlabException(what + " must be 0 or more, and is " + rows + ".");
        }
        return rows;
    }

    private Query<T> with(Selection<T> narrowed) {
        return new Query<>(model, session, narrowed);
    }

    /**
     * Loads associated objects together with each row, by a join in the same statement.
     *
     * @param associations their names; a dot leads further: {@code "posts.comments"}
     * @return the query with them
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> fetch(String... associations) {
        Selection<T> fetching = selection;
        for (String association : associations) {
            Attributes.requireAssociation(entity(), association);
            fetching = fetching.fetch(association);
        }
        return with(fetching);
    }

    /**
     * Loads all rows that match.
     *
     * @return the objects, in order; an empty list when none matches
     */
    public List<T> all() {
        return sent(() -> selected().getResultList());
    }

    /**
     * Loads the first row that matches.
     *
     * @return the object, or empty when none matches
     */
    public Optional<T> first() {
        return selection.limit() == 0 ? Optional.empty() : limit(1).all().stream().findFirst();
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
                                ShortTrace.of(
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
        List<T> found = selection.limit() == Selection.ALL ? limit(2).all() : all();
        if (found.size() > 1) {
            throw ShortTrace.of(
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
                                        "There is no %s with id %s."
                                                .formatted(model.getSimpleName(), id)));
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
     * Loads the only row that matches, for a page that shows it.
     *
     * @return the object
     * @throws NotFound when none matches, or more than one
     */
    public T oneOr404() {
        List<T> found = limit(2).all();
        if (found.size() != 1) {
            throw new NotFound(
                    (found.isEmpty() ? "There is no such " : "There is more than one such ")
                            + model.getSimpleName()
                            + ".");
        }
        return found.get(0);
    }

    /**
     * Counts the rows that match, in the database.
     *
     * @return how many rows {@link #all()} would load
     */
    public long count() {
        long matching = sent(() -> selection.matching(entity(), session.get()).getResultCount());
        long behindOffset = Math.max(0, matching - selection.offset());
        return selection.limit() == Selection.ALL
                ? behindOffset
                : Math.min(selection.limit(), behindOffset);
    }

    /**
     * Tells whether any row matches, without loading it.
     *
     * @return true when there is at least one
     */
    public boolean exists() {
        return sent(() -> selection.exists(entity(), session.get()));
    }

    /**
     * Loads row after row, for results that need not be in memory at once.
     *
     * @return the objects; close the stream (try-with-resources), it holds a cursor
     */
    public Stream<T> stream() {
        return sent(() -> selected().getResultStream());
    }

    /**
     * Loads one page of the rows that match, and counts all of them: two statements.
     *
     * @param number the page's number, from 1
     * @param perPage how many rows a page has, 1 to {@value PageRequest#MOST_PER_PAGE}; more are
     *     cut to that
     * @return the page
     * @throws NotFound when there is no such page, as for an address that leads nowhere
     */
    public Page<T> paginate(int number, int perPage) {
        return paginate(PageRequest.of(number, perPage));
    }

    /**
     * Loads one page of the rows that match, and counts all of them: two statements.
     *
     * @param request which page, how large, and what happens behind the last one
     * @return the page
     * @throws NotFound when there is no such page and the request does not allow an empty one
     */
    public Page<T> paginate(PageRequest request) {
        if (selection.isCut()) {
            throw new OrmlabException(
                    "paginate(…) sets limit and offset by itself: call it on a query without them.");
        }
        return Page.load(this, request);
    }

    /**
     * Loads the first rows by key: the next ones are found by the last row's values and not by
     * counting, so that the thousandth step is as fast as the first.
     *
     * @param rows how many rows a slice has, 1 or more
     * @return the first slice, in this query's order and by id within it
     */
    public Slice<T> slice(int rows) {
        if (selection.isCut() || rows < 1) {
            throw new OrmlabException(
                    "slice(…) takes 1 row or more, and sets limit and offset by itself; got "
                            + rows
                            + ".");
        }
        return sent(() -> Slice.first(selection, entity(), session, rows));
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
        refuseCut("delete");
        return sent(
                () -> {
                    MutationSpecification<T> deletion =
                            MutationSpecification.create(
                                    model, "delete from " + entity().getName());
                    selection.restrictions().forEach(deletion::restrict);
                    return deletion.createQuery(session.get()).executeUpdate();
                });
    }

    /**
     * Sets an attribute of all rows that match with one statement.
     *
     * <p>Objects already loaded do not notice.
     *
     * @param attribute the attribute's name
     * @param value the new value, or null
     * @return how many rows were changed
     * @throws UnknownAttribute when the model has no such attribute
     */
    public int update(String attribute, Object value) {
        refuseCut("update");
        Attributes.attribute(entity(), attribute);
        Attributes.requireSingle(entity(), attribute, "update(…)");
        return sent(
                () -> {
                    String hql = "update " + entity().getName() + " set " + attribute + " = :value";
                    MutationSpecification<T> change = MutationSpecification.create(model, hql);
                    selection.restrictions().forEach(change::restrict);
                    return change.createQuery(session.get())
                            .setParameter("value", value)
                            .executeUpdate();
                });
    }

    private void refuseCut(String verb) {
        if (selection.isCut()) {
            throw new OrmlabException(
                    verb
                            + " takes no limit and no offset: which rows it meets would depend on chance."
                            + " Narrow with filter(…), or treat the objects one by one.");
        }
    }

    private SelectionQuery<T> selected() {
        return selection.query(entity(), session.get());
    }

    private EntityType<T> entity() {
        try {
            return session.get().getFactory().getMetamodel().entity(model);
        } catch (IllegalArgumentException unknown) {
            throw new OrmlabException(
                    ("'%s' is no registered model, or was defined again since. Name it in"
                                    + " db.models(…), with @Entity on the class.")
                            .formatted(model.getSimpleName()),
                    unknown);
        }
    }

    private <R> R sent(Supplier<R> question) {
        try {
            return question.get();
        } catch (RuntimeException refused) {
            if (session.get() instanceof NotesFailure noting) {
                noting.queryFailed(refused);
            }
            throw ShortTrace.of(SnippetNames.plain(refused));
        }
    }

    /** Tells what is asked for; shows no rows and sends nothing. */
    @Override
    public String toString() {
        return "<Query " + model.getSimpleName() + ">";
    }
}
