package ormlab.query;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.Bindable;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * A query for rows of a model, which can still be narrowed.
 *
 * <p>A query is immutable: each method that narrows it returns a new one. Nothing is sent until you
 * call a final method such as {@link #all()}, {@link #first()} or {@link #count()}. It is built on
 * Hibernate's {@link org.hibernate.query.specification.SelectionSpecification}: {@link #filter}
 * takes Hibernate's own {@link Restriction}s and {@link #orderBy} its {@link Order}s.
 *
 * @param <T> the model
 */
public final class Query<T> extends ResultQuery<T> {
    private final QueriedModel<T> model;
    private final Selection<T> selection;

    private Query(QueriedModel<T> model, Selection<T> selection) {
        this.model = model;
        this.selection = selection;
    }

    /**
     * Starts a query that matches every row.
     *
     * @param session returns the session that sends the query; called when it is sent
     */
    public static <T> Query<T> of(Class<T> model, Supplier<? extends Session> session) {
        return new Query<>(new QueriedModel<>(model, session), Selection.everything());
    }

    /**
     * Keeps the rows whose attribute equals a value; null keeps the rows without one.
     *
     * @param attribute the attribute's name, possibly through associations: {@code author.username}
     * @throws UnknownAttribute if the model has no such attribute
     */
    public Query<T> filterBy(String attribute, @Nullable Object value) {
        Attributes.requireValue(model.entity(), attribute);
        return filter(Filters.equal(attribute, value));
    }

    /** Keeps the rows whose attribute equals a value; null keeps the rows without one. */
    public <V> Query<T> filterBy(SingularAttribute<? super T, V> attribute, @Nullable V value) {
        return filterBy(Attributes.name(attribute), value);
    }

    /** Keeps the rows that meet a condition: one of {@link Filters}, or any of Hibernate's. */
    public Query<T> filter(Restriction<? super T> condition) {
        return with(selection.restrict(condition));
    }

    /**
     * Sorts by attributes; a later call sorts within what an earlier one left equal.
     *
     * <p>Rows without a value come first on SQLite and last on PostgreSQL, and the other way round
     * in descending order, because that is the order of their indexes. To choose, write HQL: {@code
     * order by name nulls last}.
     *
     * @param attributes names, each optionally followed by {@code asc} or {@code desc}
     * @throws UnknownAttribute if the model has no such attribute
     */
    public Query<T> orderBy(String... attributes) {
        Selection<T> sorted = selection;
        for (String attribute : attributes) {
            sorted = sorted.sort(Sort.of(model.entity(), attribute));
        }
        return with(sorted);
    }

    /** Sorts by attributes in ascending order; {@code Order.desc(User_.username)} descends. */
    @SafeVarargs
    public final Query<T> orderBy(SingularAttribute<? super T, ?>... attributes) {
        return orderBy(Attributes.names(attributes));
    }

    /** Sorts by one of Hibernate's orders, such as {@code Order.desc(User_.username)}. */
    public Query<T> orderBy(Order<? super T> order) {
        return with(selection.sort(Sort.of(model.entity(), order)));
    }

    private Query<T> with(Selection<T> narrowed) {
        return new Query<>(model, narrowed);
    }

    /**
     * Loads associated objects together with each row, with a join in the same statement.
     *
     * @param associations their names; a dot leads further: {@code "posts.comments"}
     * @throws UnknownAttribute if the model has no such attribute
     */
    public Query<T> fetch(String... associations) {
        Selection<T> fetching = selection;
        for (String association : associations) {
            Attributes.requireAssociation(model.entity(), association);
            fetching = fetching.fetch(association);
        }
        return with(fetching);
    }

    /** Loads associated objects together with each row, with a join in the same statement. */
    @SafeVarargs
    public final Query<T> fetch(Attribute<? super T, ?>... associations) {
        return fetch(Attributes.names(associations));
    }

    /**
     * Keeps the rows whose associated object meets a condition: {@code join("author",
     * equal("username", "fred"))}. A row appears once, however many elements of a collection match.
     *
     * <p>All conditions on the same collection must hold for the same element, even those of
     * several calls. For different elements, write HQL with one {@code exists} for each: {@code
     * from User u where exists (select 1 from u.posts p where …) and exists (…)}.
     */
    public Query<T> join(String association, Restriction<?> condition) {
        return joined(association, condition);
    }

    /** Keeps the rows whose associated object meets a condition. */
    public <A, J extends Attribute<? super T, ?> & Bindable<A>> Query<T> join(
            J association, Restriction<? super A> condition) {
        return joined(Attributes.name(association), condition);
    }

    private Query<T> joined(String association, Restriction<?> condition) {
        Attributes.requireEntity(model.entity(), association);
        return filter(new JoinCondition<>(association, condition));
    }

    /**
     * Selects attributes instead of objects: each row becomes a record, or an object created by a
     * constructor. {@code select(String.class, "username")} selects single values.
     *
     * @param type a record or class with a constructor for these attributes, in this order; or the
     *     type of the only attribute
     * @param attributes names, possibly through associations: {@code author.username}
     * @throws OrmlabException if the model has no such attribute, or no constructor fits
     */
    public <R> Projection<R> select(Class<R> type, String... attributes) {
        return Projection.of(model, selection, type, List.of(attributes));
    }

    /** Selects the attributes named like a record's components. */
    public <R> Projection<R> select(Class<R> record) {
        return select(record, Row.components(record));
    }

    /** Selects attributes, as {@link #select(Class, String...)} does. */
    @SafeVarargs
    public final <R> Projection<R> select(
            Class<R> type, SingularAttribute<? super T, ?>... attributes) {
        return select(type, Attributes.names(attributes));
    }

    /** Selects one attribute of each row. */
    public <V> Projection<V> select(SingularAttribute<? super T, V> attribute) {
        return select(Attributes.type(attribute), Attributes.name(attribute));
    }

    /** Selects aggregates of all matching rows: one result. */
    @SafeVarargs
    public final <R> Projection<R> select(
            Class<R> type, Aggregate<? super T, ?> first, Aggregate<? super T, ?>... more) {
        return Grouping.of(model, selection, List.of())
                .selectItems(type, Aggregate.items(first, more));
    }

    /**
     * Groups rows with equal attributes, to count them or to aggregate their values: {@code
     * groupBy("author.username").select(AuthorPosts.class, count())}.
     *
     * @param attributes names, possibly through associations and one collection
     */
    public Grouping<T> groupBy(String... attributes) {
        return Grouping.of(model, selection, List.of(attributes));
    }

    /** Groups rows with equal attributes. */
    @SafeVarargs
    public final Grouping<T> groupBy(SingularAttribute<? super T, ?>... attributes) {
        return groupBy(Attributes.names(attributes));
    }

    @Override
    QueriedModel<T> model() {
        return model;
    }

    @Override
    Selection<T> selection() {
        return selection;
    }

    @Override
    public Query<T> limit(int rows) {
        return with(selection.limit(rows));
    }

    @Override
    public Query<T> offset(int rows) {
        return with(selection.offset(rows));
    }

    @Override
    public List<T> all() {
        return model.sent(() -> selection.query(model).getResultList());
    }

    /**
     * Loads a row by its id; empty if there is none, and for null. An object that the session
     * already has costs no statement.
     *
     * @throws OrmlabException if no id of the model could be of this type
     */
    public Optional<T> get(@Nullable Object id) {
        return id == null ? Optional.empty() : Optional.ofNullable(model.find(id));
    }

    /**
     * Loads a row by its id, for a web page; a text such as {@code "12"} from a URL works as well.
     *
     * @throws NotFound if there is no such row
     */
    public T getOr404(@Nullable Object id) {
        return Optional.ofNullable(id)
                .filter(model::couldHave)
                .flatMap(this::get)
                .orElseThrow(() -> new NotFound(model.in("There is no %s with id %s.", id)));
    }

    @Override
    public long count() {
        return selection.count(model);
    }

    /** Returns whether any row matches, without loading it. */
    @Override
    public boolean exists() {
        return selection.exists(model);
    }

    @Override
    public Stream<T> stream() {
        return model.sent(() -> Selection.stream(selection.query(model), model.session()));
    }

    /**
     * Loads the first slice. The next one is found by the last row's values instead of by counting,
     * so the thousandth is as fast as the first. Rows are in this query's order, then by id.
     *
     * @param rows how many rows a slice has, 1 or more
     */
    public Slice<T> slice(int rows) {
        selection.requireSlice(rows);
        return model.sent(() -> Slice.first(selection, model, rows));
    }

    /**
     * Deletes the rows that match with one statement, and returns how many. Objects already loaded
     * do not notice. The database's cascades run, but not the model's.
     */
    public int delete() {
        selection.requireUncut("delete");
        return model.execute(selection, "delete from " + model.entity().getName(), Map.of());
    }

    /**
     * Sets an attribute of all rows that match with one statement, and returns how many were
     * changed. Objects already loaded do not notice.
     */
    public int update(String attribute, @Nullable Object value) {
        selection.requireUncut("update");
        return model.update(selection, attribute, value);
    }

    /** Sets an attribute of all rows that match, as {@link #update(String, Object)} does. */
    public <V> int update(SingularAttribute<? super T, V> attribute, @Nullable V value) {
        return update(Attributes.name(attribute), value);
    }

    /** Returns the model's name; shows no rows and sends nothing. */
    @Override
    public String toString() {
        return "<Query %s: sends nothing until all(), first(), count() or another final method>"
                .formatted(model.type().getSimpleName());
    }
}
