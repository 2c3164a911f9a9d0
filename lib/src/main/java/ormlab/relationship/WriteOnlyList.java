package ormlab.relationship;

import java.util.Collection;
import ormlab.query.Query;

/**
 * One side of a relationship with so many elements that loading them all would always be a mistake.
 * You can add and remove elements, and read them only through {@link #query()}.
 *
 * <p>Declare it like a {@link DynamicList}. A method that would load all elements, such as {@code
 * iterator()}, {@code size()} or {@code contains(…)}, throws an error that names what to call
 * instead.
 *
 * @param <E> the model on the other side
 */
public interface WriteOnlyList<E> extends Collection<E> {
    /**
     * Creates the list of an object that is not stored yet. Hibernate replaces it when the object
     * is stored.
     */
    static <E> WriteOnlyList<E> empty() {
        return new NewWriteOnlyList<>();
    }

    /** Returns the query behind this list. */
    Query<E> query();
}
