package ormlab.query;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;

/**
 * A question to the database that can still be narrowed.
 *
 * <p>A query is a value: each method that narrows it returns a new one and leaves this one as it
 * was. Nothing is sent until you call a final method such as {@link #all()}, {@link #first()} or
 * {@link #count()}. It is built on Hibernate's {@link
 * org.hibernate.query.specification.SelectionSpecification}: {@link #filter} takes Hibernate's own
 * {@link Restriction}s and {@link #orderBy} its {@link Order}s.
 *
 * @param <T> the model
 */
public final class Query<T> {
    private final QueriedModel<T> model;
    private final Selection<T> selection;

    private Query(QueriedModel<T> model, Selection<T> selection) {
        this.model = model;
        this.selection = selection;
    }

    /**
     * Starts a query that matches every row.
     *
     * @param session returns the session to send the query with, at that moment
     */
    public static <T> Query<T> of(Class<T> model, Supplier<? extends Session> session) {
        return new Query<>(new QueriedModel<>(model, session), Selection.everything());
    }

    /**
     * Keeps the rows whose attribute equals a value; null keeps the rows without one.
     *
     * @param attribute the attribute's name, also through associations: {@code author.username}
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> filterBy(String attribute, @Nullable Object value) {
        Attributes.resolve(model.entity(), attribute);
        return filter(Filters.equal(attribute, value));
    }

    /** Keeps the rows that meet a condition: one of {@link Filters}, or any of Hibernate's. */
    public Query<T> filter(Restriction<? super T> condition) {
        return with(selection.restrict(condition));
    }

    /**
     * Sorts by attributes; a later call sorts within what an earlier one left equal.
     *
     * <p>Rows without a value come first on SQLite and last on PostgreSQL, and the other way round
     * in descending order, because each reads its indexes in that order. To choose, write HQL:
     * {@code order by name nulls last}.
     *
     * @param attributes names, each alone or followed by {@code asc} or {@code desc}: {@code
     *     "username desc"}
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> orderBy(String... attributes) {
        Selection<T> sorted = selection;
        for (String attribute : attributes) {
            sorted = sorted.sort(Sort.parse(model.entity(), attribute));
        }
        return with(sorted);
    }

    /** Sorts by one of Hibernate's orders, if you have a static metamodel. */
    public Query<T> orderBy(Order<? super T> order) {
        return with(selection.sort(Sort.of(model.entity(), order)));
    }

    /** Keeps the first rows, 0 or more. */
    public Query<T> limit(int rows) {
        return with(selection.limit(rows));
    }

    /** Skips the first rows, 0 or more. */
    public Query<T> offset(int rows) {
        return with(selection.offset(rows));
    }

    private Query<T> with(Selection<T> narrowed) {
        return new Query<>(model, narrowed);
    }

    /**
     * Loads associated objects together with each row, by a join in the same statement.
     *
     * @param associations their names; a dot leads further: {@code "posts.comments"}
     * @throws UnknownAttribute when the model has no such attribute
     */
    public Query<T> fetch(String... associations) {
        Selection<T> fetching = selection;
        for (String association : associations) {
            Attributes.requireAssociation(model.entity(), association);
            fetching = fetching.fetch(association);
        }
        return with(fetching);
    }

    /** Loads all rows that match, in order. */
    public List<T> all() {
        return model.sent(() -> selected().getResultList());
    }

    /** Loads the first row that matches; empty when none does. */
    public Optional<T> first() {
        return selection.limit() == 0 ? Optional.empty() : limit(1).all().stream().findFirst();
    }

    /**
     * Loads the only row that matches.
     *
     * @throws NoResultException when none matches
     * @throws NonUniqueResultException when more than one does
     */
    public T one() {
        return oneOrNone()
                .orElseThrow(
                        () ->
                                ShortTrace.of(
                                        new NoResultException(
                                                model.in(
                                                        "No row of %s matches, and exactly one should."))));
    }

    /**
     * Loads the only row that matches; empty when none does.
     *
     * @throws NonUniqueResultException when more than one does
     */
    public Optional<T> oneOrNone() {
        List<T> found = selection.limit() == Selection.ALL ? limit(2).all() : all();
        if (found.size() > 1) {
            String problem = "More than one row of %s matches, and at most one should.";
            throw ShortTrace.of(
                    new NonUniqueResultException(
                            model.in(problem + " first() takes the first of them.")));
        }
        return found.stream().findFirst();
    }

    /**
     * Loads a row by its id; empty when there is none, and for null. An object that the session
     * already has costs no statement.
     *
     * @throws OrmlabException when no id of the model could be of this type
     */
    public Optional<T> get(@Nullable Object id) {
        return id == null ? Optional.empty() : Optional.ofNullable(model.find(id));
    }

    /**
     * Loads a row by its id, for a web page; {@code "12"} out of its address will do.
     *
     * @throws NotFound when there is no such row
     */
    public T getOr404(@Nullable Object id) {
        return Optional.ofNullable(id)
                .filter(model::couldHave)
                .flatMap(this::get)
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "There is no %s with id %s."
                                                .formatted(model.type().getSimpleName(), id)));
    }

    /**
     * Loads the first row that matches, for a web page.
     *
     * @throws NotFound when none matches
     */
    public T firstOr404() {
        return first().orElseThrow(() -> new NotFound(model.in("There is no such %s.")));
    }

    /**
     * Loads the only row that matches, for a web page.
     *
     * @throws NotFound when none matches, or more than one
     */
    public T oneOr404() {
        List<T> found = limit(2).all();
        if (found.size() != 1) {
            String problem =
                    found.isEmpty() ? "There is no such %s." : "There is more than one such %s.";
            throw new NotFound(model.in(problem));
        }
        return found.get(0);
    }

    /** Counts the rows that match, in the database. */
    public long count() {
        return selection.cut(
                model.sent(
                        () ->
                                selection
                                        .matching(model.entity(), model.session())
                                        .getResultCount()));
    }

    /** Returns whether any row matches, without loading it. */
    public boolean exists() {
        return model.sent(() -> selection.exists(model.entity(), model.session()));
    }

    /**
     * Loads row after row, for results that need not be in memory at once. Close the stream (with
     * try-with-resources), because it holds a cursor.
     */
    public Stream<T> stream() {
        return model.sent(() -> selected().getResultStream());
    }

    /**
     * Loads one page of the rows that match, and counts all of them: two statements.
     *
     * @param number the page's number, from 1
     * @param perPage how many rows a page has, at most {@value PageRequest#MOST_PER_PAGE}
     * @throws NotFound when there is no such page
     */
    public Page<T> paginate(int number, int perPage) {
        return paginate(PageRequest.of(number, perPage));
    }

    /** Loads the page that a request describes, as {@link #paginate(int, int)} does. */
    public Page<T> paginate(PageRequest request) {
        if (selection.isCut()) {
            throw new OrmlabException(
                    "paginate(…) sets limit and offset itself: call it on a query without them.");
        }
        return Page.load(this, request);
    }

    /**
     * Loads the first rows by key: the next ones are found by the last row's values and not by
     * counting, so that the thousandth step is as fast as the first. Rows are in this query's
     * order, and by id within it.
     *
     * @param rows how many rows a slice has, 1 or more
     */
    public Slice<T> slice(int rows) {
        if (selection.isCut() || rows < 1) {
            throw new OrmlabException(
                    "slice(…) takes 1 row or more, and sets limit and offset by itself; got %s."
                            .formatted(rows));
        }
        return model.sent(() -> Slice.first(selection, model, rows));
    }

    /**
     * Deletes the rows that match with one statement, and returns how many. Objects already loaded
     * do not notice. The database's cascades run, the model's do not.
     */
    public int delete() {
        selection.requireUncut("delete");
        return model.execute(selection, "delete from " + model.entity().getName(), Map.of());
    }

    /**
     * Sets an attribute of all rows that match with one statement, and returns how many were
     * changed. Objects already loaded do not notice.
     *
     * @throws UnknownAttribute when the model has no such attribute
     */
    public int update(String attribute, @Nullable Object value) {
        selection.requireUncut("update");
        return model.update(selection, attribute, value);
    }

    private SelectionQuery<T> selected() {
        return selection.query(model.entity(), model.session());
    }

    /** Names the model; shows no rows and sends nothing. */
    @Override
    public String toString() {
        return "<Query %s: sends nothing until all(), first(), count() or another final method>"
                .formatted(model.type().getSimpleName());
    }
}
