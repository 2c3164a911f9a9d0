package ormlab.relationship;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.query.Query;

/** The elements of an object that is not stored yet, so there are no rows to query. */
class NewList<E> extends AbstractCollection<E> {
    /** Immutable until the first element is added, because most new objects' lists stay empty. */
    private List<E> elements = List.of();

    /** Returns an empty list for a field of this type; null if it is neither of the two kinds. */
    static @Nullable NewList<?> forField(Class<?> declared) {
        if (declared == DynamicList.class) {
            return new NewDynamicList<>();
        }
        return declared == WriteOnlyList.class ? new NewWriteOnlyList<>() : null;
    }

    /** Throws an error, because there is nothing to query. */
    public Query<E> query() {
        throw new OrmlabException(
                "This list belongs to an object that is not stored yet, so there is nothing to"
                        + " query. Add the object to the session, then flush() or commit().");
    }

    @Override
    public boolean add(E element) {
        if (elements.isEmpty()) {
            elements = new ArrayList<>();
        }
        return elements.add(element);
    }

    @Override
    public Iterator<E> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }
}
