package ormlab.session;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps objects in the order of adding, each once; two objects that are equal are still two. */
final class IdentityList {
    private final Map<Object, Long> places = new IdentityHashMap<>();
    private final TreeMap<Long, Object> inOrder = new TreeMap<>();
    private long next;

    void add(Object object) {
        if (places.putIfAbsent(object, next) == null) {
            inOrder.put(next++, object);
        }
    }

    boolean contains(Object object) {
        return places.containsKey(object);
    }

    boolean remove(Object object) {
        Long place = places.remove(object);
        return place != null && inOrder.remove(place) != null;
    }

    Object first() {
        return inOrder.firstEntry().getValue();
    }

    void forEach(Consumer<Object> each) {
        inOrder.values().forEach(each);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    void clear() {
        places.clear();
        inOrder.clear();
    }
}
