package ormlab.internal.advice;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import org.hibernate.collection.spi.PersistentBag;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.collection.CollectionPersister;

/**
 * Hibernate's collection for a list without an order, which also records whether its elements were
 * read. Collections that are created while a trace records are of this class.
 *
 * @param <E> the type of an element
 */
public final class ReadBag<E> extends PersistentBag<E> {
    private static final long serialVersionUID = 1L;

    private final transient CollectionPersister persister;
    private boolean read;
    private boolean counted;
    private boolean changed;

    /** Creates a collection that is not loaded yet, and records that. */
    public ReadBag(SharedSessionContractImplementor session, CollectionPersister persister) {
        super(session);
        this.persister = persister;
        TraceNotes.note(new Fact.CollectionMade(session, this));
    }

    CollectionPersister persister() {
        return persister;
    }

    /** Returns the elements for Hibernate, which does not count as reading them. */
    public Iterator<E> elements() {
        return super.iterator();
    }

    boolean isRead() {
        return read;
    }

    boolean isCounted() {
        return counted;
    }

    /** Returns whether the code used it in any way. */
    boolean isUsed() {
        return read || counted || changed;
    }

    /** Returns the number of loaded elements; 0 if the collection was not loaded. */
    int loaded() {
        return wasInitialized() ? bagAsList().size() : 0;
    }

    private void reads() {
        read = true;
    }

    @Override
    public int size() {
        counted = true;
        return super.size();
    }

    @Override
    public boolean isEmpty() {
        counted = true;
        return super.isEmpty();
    }

    @Override
    public boolean add(E element) {
        changed = true;
        return super.add(element);
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        changed = true;
        return super.addAll(elements);
    }

    @Override
    public boolean contains(Object element) {
        reads();
        return super.contains(element);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        reads();
        return super.containsAll(elements);
    }

    @Override
    public Iterator<E> iterator() {
        reads();
        return super.iterator();
    }

    @Override
    public ListIterator<E> listIterator() {
        reads();
        return super.listIterator();
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        reads();
        return super.listIterator(index);
    }

    @Override
    public Object[] toArray() {
        reads();
        return super.toArray();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        reads();
        return super.toArray(array);
    }

    @Override
    public E get(int index) {
        reads();
        return super.get(index);
    }

    @Override
    public int indexOf(Object element) {
        reads();
        return super.indexOf(element);
    }

    @Override
    public int lastIndexOf(Object element) {
        reads();
        return super.lastIndexOf(element);
    }

    @Override
    public List<E> subList(int from, int to) {
        reads();
        return super.subList(from, to);
    }

    @Override
    public boolean remove(Object element) {
        reads();
        return super.remove(element);
    }

    @Override
    public E remove(int index) {
        reads();
        return super.remove(index);
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        reads();
        return super.removeAll(elements);
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        reads();
        return super.retainAll(elements);
    }

    @Override
    public void clear() {
        reads();
        super.clear();
    }

    @Override
    public String toString() {
        reads();
        return super.toString();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
