package ormlab.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps objects in the order of adding, each once; two objects that are equal are still two. */
final class IdentityList {
    private final List<Object> inOrder = new ArrayList<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();
    private int first;
    private int size;

    void add(Object object) {
        if (!contains(object)) {
            places.put(object, inOrder.size());
            inOrder.add(object);
            size++;
        }
    }

    boolean contains(Object object) {
        Integer place = places.get(object);
        return place != null && inOrder.get(place) == object;
    }

    /** Marks the place as empty: to close the gap would cost more, a hundred thousand times. */
    boolean remove(Object object) {
        Integer place = places.get(object);
        if (place == null || inOrder.get(place) != object) {
            return false;
        }
        empty(place);
        return true;
    }

    /** Gives the first object and takes it out; the list must not be empty. */
    Object poll() {
        while (inOrder.get(first) == null) {
            first++;
        }
        Object object = inOrder.get(first);
        empty(first);
        return object;
    }

    private void empty(int place) {
        inOrder.set(place, null);
        if (--size == 0) {
            clear();
        }
    }

    void forEach(Consumer<Object> action) {
        for (Object object : inOrder) {
            if (object != null) {
                action.accept(object);
            }
        }
    }

    /** As {@link #forEach}, also for objects that the action adds. */
    void forEachGrowing(Consumer<Object> action) {
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i) != null) {
                action.accept(inOrder.get(i));
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        places.clear();
        inOrder.clear();
        first = 0;
        size = 0;
    }
}
