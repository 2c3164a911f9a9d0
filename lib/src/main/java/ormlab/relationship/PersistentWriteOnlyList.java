package ormlab.relationship;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import ormlab.error.OrmlabException;

/** The write-only list of a stored object. */
final class PersistentWriteOnlyList<E> extends PersistentQueryList<E> implements WriteOnlyList<E> {
    private static final long serialVersionUID = 1L;

    PersistentWriteOnlyList(SharedSessionContractImplementor session) {
        super(session);
    }

    PersistentWriteOnlyList(SharedSessionContractImplementor session, Collection<E> elements) {
        super(session, elements);
    }

    private static OrmlabException refused(String what, String instead) {
        return new OrmlabException(
                "This list is write-only, so %s would load all of it. Call %s instead."
                        .formatted(what, instead));
    }

    @Override
    public Iterator<E> iterator() {
        throw refused("iterating", "query().limit(…).all() or query().stream()");
    }

    @Override
    public Stream<E> stream() {
        throw refused("streaming", "query().stream()");
    }

    @Override
    public int size() {
        throw refused("size()", "query().count()");
    }

    @Override
    public boolean isEmpty() {
        throw refused("isEmpty()", "query().exists()");
    }

    @Override
    public boolean contains(Object element) {
        throw refused("contains(…)", "query().filterBy(…).exists()");
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        throw refused("containsAll(…)", "query().filterBy(…).exists()");
    }

    @Override
    public boolean removeIf(Predicate<? super E> condition) {
        throw refused("removeIf(…)", "removeAll(query().filter(…).all())");
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw refused("retainAll(…)", "removeAll(query().filter(…).all())");
    }

    @Override
    public void clear() {
        throw refused("clear()", "removeAll(query().limit(…).all())");
    }

    @Override
    public Object[] toArray() {
        throw refused("toArray()", "query().limit(…).all()");
    }

    @Override
    public <A> A[] toArray(A[] array) {
        throw refused("toArray(…)", "query().limit(…).all()");
    }

    @Override
    public String toString() {
        return "<WriteOnlyList: call add(…), remove(…) or query()>";
    }
}
