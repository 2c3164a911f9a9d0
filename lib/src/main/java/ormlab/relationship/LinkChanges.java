package ormlab.relationship;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The elements added to an owning list and removed from it since the last flush, compared by
 * identity. Each is one row of the link table.
 */
final class LinkChanges {
    /** The changes of an unchanged list; never modified. */
    static final LinkChanges NONE = new LinkChanges();

    private final IdentityList<Object> added = new IdentityList<>();
    private final Set<Object> removed = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Object element) {
        removed.remove(element);
        added.add(element);
    }

    /**
     * Records that the row must be deleted.
     *
     * @param stored whether the element has a row; if not, nothing can refer to it
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
