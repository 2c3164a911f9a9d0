package ormlab.relationship;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects in the order in which they were added, each once, compared by identity.
 *
 * @param <E> the type of the objects
 */
public final class IdentityList<E> {
    private final List<E> inOrder = new ArrayList<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();
    private int first;
    private int size;

    /** Creates an empty list. */
    public IdentityList() {}

    /** Adds an object at the end; returns false if it is already in the list. */
    public boolean add(E object) {
        Integer before = places.put(object, inOrder.size());
        if (before != null && inOrder.get(before) == object) {
            places.put(object, before);
            return false;
        }
        inOrder.add(object);
        size++;
        return true;
    }

    /** Returns whether this very object, not an equal one, is in the list. */
    public boolean contains(@Nullable Object object) {
        Integer place = places.get(object);
        return place != null && inOrder.get(place) == object;
    }

    /** Removes an object; returns false if it was not in the list. */
    public boolean remove(@Nullable Object object) {
        Integer place = places.get(object);
        if (place == null || inOrder.get(place) != object) {
            return false;
        }
        empty(place);
        return true;
    }

    /** Removes and returns the first object. The list must not be empty. */
    public E poll() {
        while (inOrder.get(first) == null) {
            first++;
        }
        E object = inOrder.get(first);
        empty(first);
        return object;
    }

    /** Leaves a gap, because closing it would be too slow for a hundred thousand removals. */
    private void empty(int place) {
        inOrder.set(place, null);
        if (--size == 0) {
            clear();
        }
    }

    /** Calls an action, which must not change the list, with each object in order. */
    public void forEach(Consumer<? super E> action) {
        for (E object : inOrder) {
            if (object != null) {
                action.accept(object);
            }
        }
    }

    /** Calls an action with each object, including objects that the action adds. */
    public void forEachGrowing(Consumer<? super E> action) {
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i) != null) {
                action.accept(inOrder.get(i));
            }
        }
    }

    /** Returns a copy with the objects in order. */
    public List<E> toList() {
        List<E> objects = new ArrayList<>(size);
        forEach(objects::add);
        return objects;
    }

    /** Returns whether the list has no objects. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Removes all objects. */
    public void clear() {
        places.clear();
        inOrder.clear();
        first = 0;
        size = 0;
    }
}
