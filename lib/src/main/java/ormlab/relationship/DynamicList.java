package ormlab.relationship;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.restriction.Restriction;
import ormlab.query.Query;

/**
 * Is the other side of a relationship as a query: it can be filtered, sorted and counted before
 * anything is loaded.
 *
 * <p>Declare it where a {@code List} would stand:
 *
 * <pre>{@code
 * @OneToMany(mappedBy = "role")
 * private DynamicList<User> users = DynamicList.empty();
 * }</pre>
 *
 * <p>It is a real mapped collection, which cascades, joins in HQL and merges as any other. Nothing
 * in it is kept in memory: {@link #all()}, {@link #count()}, {@link #iterator()} and {@link
 * #size()} each send one statement. Adding and removing change the owning side and load nothing.
 *
 * <p>With {@code mappedBy} it is the other side of a relationship. Without, on a
 * {@code @ManyToMany}, it owns the link table: each pair is stored once, and the flush inserts and
 * deletes the rows of those pairs only that were added and removed. Where the owning side is a
 * plain {@code Set}, adding to a dynamic list on the other side loads that set, to see whether the
 * pair is there already; make both sides dynamic where that is much.
 *
 * @param <E> the model on the other side
 */
public interface DynamicList<E> extends Collection<E> {
    /**
     * Makes the list of an object that is not stored yet.
     *
     * @param <E> the model on the other side
     * @return an empty list that takes elements; Hibernate replaces it when the object is stored
     */
    static <E> DynamicList<E> empty() {
        return new NewDynamicList<>();
    }

    /**
     * Gives the query behind this list.
     *
     * @return a query for the elements, to be narrowed
     */
    Query<E> query();

    /**
     * Keeps the elements whose attribute equals a value.
     *
     * @param attribute the attribute's name, also through associations
     * @param value the value; null keeps the elements without one
     * @return the narrowed query
     * @see Query#filterBy(String, Object)
     */
    default Query<E> filterBy(String attribute, Object value) {
        return query().filterBy(attribute, value);
    }

    /**
     * Keeps the elements that meet a condition.
     *
     * @param condition one of {@link ormlab.query.Filters}, or any of Hibernate's
     * @return the narrowed query
     * @see Query#filter(Restriction)
     */
    default Query<E> filter(Restriction<? super E> condition) {
        return query().filter(condition);
    }

    /**
     * Sorts by attributes.
     *
     * @param attributes names, each alone or followed by {@code asc} or {@code desc}
     * @return the sorted query
     * @see Query#orderBy(String...)
     */
    default Query<E> orderBy(String... attributes) {
        return query().orderBy(attributes);
    }

    /**
     * Keeps the first elements.
     *
     * @param rows how many, 0 or more
     * @return the limited query
     * @see Query#limit(int)
     */
    default Query<E> limit(int rows) {
        return query().limit(rows);
    }

    /**
     * Loads all elements.
     *
     * @return the elements, with one SELECT
     */
    default List<E> all() {
        return query().all();
    }

    /**
     * Loads the first element.
     *
     * @return the element, or empty
     */
    default Optional<E> first() {
        return query().first();
    }

    /**
     * Counts the elements in the database.
     *
     * @return how many there are
     */
    default long count() {
        return query().count();
    }
}
