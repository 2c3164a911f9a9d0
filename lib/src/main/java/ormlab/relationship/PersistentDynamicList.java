package ormlab.relationship;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The dynamic list of a stored object: each method that reads it sends one statement. */
final class PersistentDynamicList<E> extends PersistentQueryList<E> implements DynamicList<E> {
    private static final long serialVersionUID = 1L;

    PersistentDynamicList(SharedSessionContractImplementor session) {
        super(session);
    }

    PersistentDynamicList(SharedSessionContractImplementor session, Collection<E> elements) {
        super(session, elements);
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<E> loaded = all().iterator();
        return new Iterator<>() {
            private @Nullable E current;

            @Override
            public boolean hasNext() {
                return loaded.hasNext();
            }

            @Override
            public E next() {
                current = loaded.next();
                return current;
            }

            @Override
            public void remove() {
                loaded.remove();
                PersistentDynamicList.this.remove(current);
            }
        };
    }

    @Override
    public boolean removeIf(Predicate<? super E> condition) {
        return removeAll(all().stream().filter(condition).toList());
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return removeIf(element -> !elements.contains(element));
    }

    /** Loads and removes all elements, because each element's owning side must be set. */
    @Override
    public void clear() {
        removeAll(all());
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        return all().containsAll(elements);
    }

    @Override
    public Stream<E> stream() {
        return all().stream();
    }

    @Override
    public int size() {
        return Math.toIntExact(count());
    }

    @Override
    public boolean isEmpty() {
        return !query().exists();
    }

    @Override
    public boolean contains(Object element) {
        return all().contains(element);
    }

    @Override
    public Object[] toArray() {
        return all().toArray();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        return all().toArray(array);
    }

    /** Loads nothing, because a cell that ends in a dynamic list should not send a statement. */
    @Override
    public String toString() {
        return "<DynamicList: call all(), first(), count(), filterBy(…) or orderBy(…)>";
    }
}
