package ormlab.relationship;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The elements added to an owning list and removed from it since the last flush, one row of the
 * link table each, compared by identity.
 */
final class LinkChanges {
    /** The changes of a list that did not change; never modified. */
    static final LinkChanges NONE = new LinkChanges();

    private final IdentityList<Object> added = new IdentityList<>();
    private final Set<Object> removed = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Object element) {
        removed.remove(element);
        added.add(element);
    }

    /**
     * Notes that the row has to go.
     *
     * @param stored whether the element has a row, without which nothing can refer to it
     */
    void remove(Object element, boolean stored) {
        added.remove(element);
        if (stored) {
            removed.add(element);
        }
    }

    @SuppressWarnings("unchecked")
    <E> List<E> added() {
        return (List<E>) added.toList();
    }

    Set<Object> removed() {
        return removed;
    }
}
