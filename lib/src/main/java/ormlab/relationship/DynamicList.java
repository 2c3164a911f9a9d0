package ormlab.relationship;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;
import ormlab.query.Grouping;
import ormlab.query.Projection;
import ormlab.query.Query;

/**
 * One side of a relationship as a query, which can be filtered, sorted and counted before anything
 * is loaded.
 *
 * <p>Declare it where you would declare a {@code List}:
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "role")
 * private DynamicList<User> users = DynamicList.empty();
 * }</pre>
 *
 * <p>It is a real mapped collection: it cascades, joins in HQL and merges like any other. It keeps
 * no elements in memory: {@link #all()}, {@link #count()}, {@link #iterator()} and {@link #size()}
 * each send one statement. Adding and removing elements change the owning side and load nothing.
 *
 * <p>With {@code mappedBy} it is the inverse side. Without it, on a {@code @ManyToMany}, it owns
 * the link table: each pair is stored once, and a flush only inserts and deletes the rows of pairs
 * that were added and removed. If the owning side is a plain {@code Set}, adding to a dynamic list
 * on the inverse side loads that set, to see whether it already has the pair. Make both sides
 * dynamic to avoid that.
 *
 * @param <E> the model on the other side
 */
public interface DynamicList<E> extends Collection<E> {
    /**
     * Creates the list of an object that is not stored yet. Hibernate replaces it when the object
     * is stored.
     */
    static <E> DynamicList<E> empty() {
        return new NewDynamicList<>();
    }

    /** Returns the query behind this list. */
    Query<E> query();

    /**
     * Keeps the elements whose attribute equals a value.
     *
     * @see Query#filterBy(String, Object)
     */
    default Query<E> filterBy(String attribute, @Nullable Object value) {
        return query().filterBy(attribute, value);
    }

    /**
     * Keeps the elements whose attribute equals a value.
     *
     * @see Query#filterBy(SingularAttribute, Object)
     */
    default <V> Query<E> filterBy(SingularAttribute<? super E, V> attribute, @Nullable V value) {
        return query().filterBy(attribute, value);
    }

    /**
     * Keeps the elements that meet a condition.
     *
     * @see Query#filter(Restriction)
     */
    default Query<E> filter(Restriction<? super E> condition) {
        return query().filter(condition);
    }

    /**
     * Sorts by attributes, each ascending unless followed by {@code desc}.
     *
     * @see Query#orderBy(String...)
     */
    default Query<E> orderBy(String... attributes) {
        return query().orderBy(attributes);
    }

    /**
     * Sorts by an attribute in ascending order.
     *
     * @see Query#orderBy(SingularAttribute...)
     */
    default Query<E> orderBy(SingularAttribute<? super E, ?> attribute) {
        return query().orderBy(attribute);
    }

    /**
     * Sorts by two attributes in ascending order; {@link #query()} accepts more.
     *
     * @see Query#orderBy(SingularAttribute...)
     */
    default Query<E> orderBy(
            SingularAttribute<? super E, ?> first, SingularAttribute<? super E, ?> second) {
        return query().orderBy(first, second);
    }

    /**
     * Sorts by one of Hibernate's orders, such as {@code Order.desc(User_.username)}.
     *
     * @see Query#orderBy(Order)
     */
    default Query<E> orderBy(Order<? super E> order) {
        return query().orderBy(order);
    }

    /**
     * Selects attributes instead of elements.
     *
     * @see Query#select(Class, String...)
     */
    default <R> Projection<R> select(Class<R> type, String... attributes) {
        return query().select(type, attributes);
    }

    /**
     * Selects the attributes that are named like a record's components.
     *
     * @see Query#select(Class)
     */
    default <R> Projection<R> select(Class<R> record) {
        return query().select(record);
    }

    /**
     * Selects one attribute of each element.
     *
     * @see Query#select(SingularAttribute)
     */
    default <V> Projection<V> select(SingularAttribute<? super E, V> attribute) {
        return query().select(attribute);
    }

    /**
     * Selects two attributes of each element; {@link #query()} accepts more.
     *
     * @see Query#select(Class, SingularAttribute...)
     */
    default <R> Projection<R> select(
            Class<R> type,
            SingularAttribute<? super E, ?> first,
            SingularAttribute<? super E, ?> second) {
        return query().select(type, first, second);
    }

    /**
     * Groups elements with equal attributes.
     *
     * @see Query#groupBy(String...)
     */
    default Grouping<E> groupBy(String... attributes) {
        return query().groupBy(attributes);
    }

    /**
     * Groups elements with an equal attribute.
     *
     * @see Query#groupBy(SingularAttribute...)
     */
    default Grouping<E> groupBy(SingularAttribute<? super E, ?> attribute) {
        return query().groupBy(attribute);
    }

    /**
     * Groups elements with two equal attributes; {@link #query()} accepts more.
     *
     * @see Query#groupBy(SingularAttribute...)
     */
    default Grouping<E> groupBy(
            SingularAttribute<? super E, ?> first, SingularAttribute<? super E, ?> second) {
        return query().groupBy(first, second);
    }

    /**
     * Keeps the first elements.
     *
     * @see Query#limit(int)
     */
    default Query<E> limit(int rows) {
        return query().limit(rows);
    }

    /** Loads all elements with one SELECT. */
    default List<E> all() {
        return query().all();
    }

    /** Loads the first element; empty if there is none. */
    default Optional<E> first() {
        return query().first();
    }

    /** Counts the elements in the database. */
    default long count() {
        return query().count();
    }
}
