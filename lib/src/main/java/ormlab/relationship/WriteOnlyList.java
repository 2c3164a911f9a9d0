package ormlab.relationship;

import java.util.Collection;
import ormlab.query.Query;

/**
 * Is the other side of a relationship for objects with so many elements that loading them all would
 * always be a mistake: it takes elements and is asked by {@link #query()}, and nothing else.
 *
 * <p>Declare it as a {@link DynamicList}. Whatever would load all elements (iterating, size,
 * contains) refuses and says what to call instead.
 *
 * @param <E> the model on the other side
 */
public interface WriteOnlyList<E> extends Collection<E> {
    /**
     * Makes the list of an object that is not stored yet.
     *
     * @param <E> the model on the other side
     * @return an empty list that takes elements; Hibernate replaces it when the object is stored
     */
    static <E> WriteOnlyList<E> empty() {
        return new NewWriteOnlyList<>();
    }

    /**
     * Gives the query behind this list.
     *
     * @return a query for the elements, to be narrowed
     */
    Query<E> query();
}
