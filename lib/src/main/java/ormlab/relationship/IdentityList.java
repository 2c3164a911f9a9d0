package ormlab.relationship;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps objects in the order of adding, each once; two objects that are equal are still two.
 *
 * @param <E> what the objects are
 */
public final class IdentityList<E> {
    private final List<E> inOrder = new ArrayList<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();
    private int first;
    private int size;

    /** Starts empty. */
    public IdentityList() {}

    /**
     * Adds an object at the end.
     *
     * @param object what to add; not null
     * @return false when it is in the list already
     */
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

    /**
     * Tells whether an object itself, not an equal one, is in the list.
     *
     * @param object what to look for; may be null, which is in no list
     * @return true when it is
     */
    public boolean contains(Object object) {
        Integer place = places.get(object);
        return place != null && inOrder.get(place) == object;
    }

    /**
     * Takes an object out.
     *
     * @param object what to take out; may be null
     * @return false when it was not in the list
     */
    public boolean remove(Object object) {
        Integer place = places.get(object);
        if (place == null || inOrder.get(place) != object) {
            return false;
        }
        empty(place);
        return true;
    }

    /**
     * Gives the first object and takes it out; the list must not be empty.
     *
     * @return the object that is in the list longest
     */
    public E poll() {
        while (inOrder.get(first) == null) {
            first++;
        }
        E object = inOrder.get(first);
        empty(first);
        return object;
    }

    /** The gap stays: to close it would cost more, a hundred thousand times. */
    private void empty(int place) {
        inOrder.set(place, null);
        if (--size == 0) {
            clear();
        }
    }

    /**
     * Does something with each object, in the order of adding.
     *
     * @param action what to do; must not change the list
     */
    public void forEach(Consumer<? super E> action) {
        for (E object : inOrder) {
            if (object != null) {
                action.accept(object);
            }
        }
    }

    /**
     * Does something with each object, also with those that the action adds.
     *
     * @param action what to do; may add to the list
     */
    public void forEachGrowing(Consumer<? super E> action) {
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i) != null) {
                action.accept(inOrder.get(i));
            }
        }
    }

    /**
     * Gives the objects in the order of adding.
     *
     * @return a list of its own; never null
     */
    public List<E> toList() {
        List<E> objects = new ArrayList<>(size);
        forEach(objects::add);
        return objects;
    }

    /**
     * Tells whether nothing is in the list.
     *
     * @return true without objects
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Takes all objects out. */
    public void clear() {
        places.clear();
        inOrder.clear();
        first = 0;
        size = 0;
    }
}
