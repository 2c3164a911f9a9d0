package ormlab.internal.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The rows of a traced query, as a list that records how far it was read.
 *
 * @param <E> the type of a row
 */
final class ReadList<E> extends ArrayList<E> {
    private static final long serialVersionUID = 1L;

    /** The number of rows that the query returned. */
    private final int loaded;

    private int read;
    private boolean counted;
    private boolean askedIfEmpty;

    ReadList(Collection<E> rows) {
        super(rows);
        loaded = super.size();
    }

    int loaded() {
        return loaded;
    }

    /** Returns how many rows were read, starting with the first. */
    int read() {
        return read;
    }

    boolean counted() {
        return counted;
    }

    boolean askedIfEmpty() {
        return askedIfEmpty;
    }

    /** Returns whether an object is one of the rows; does not count as reading. */
    boolean holds(Object row) {
        for (int i = 0; i < super.size(); i++) {
            if (super.get(i) == row) {
                return true;
            }
        }
        return false;
    }

    private void readTo(int rows) {
        read = Math.max(read, rows);
    }

    private void readAll() {
        read = loaded;
    }

    @Override
    public int size() {
        counted = true;
        return super.size();
    }

    @Override
    public boolean isEmpty() {
        askedIfEmpty = true;
        return super.isEmpty();
    }

    @Override
    public E get(int index) {
        readTo(index + 1);
        return super.get(index);
    }

    @Override
    public E remove(int index) {
        readAll();
        return super.remove(index);
    }

    @Override
    public Iterator<E> iterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator() {
        return listIterator(0);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        return new Reading(super.listIterator(index));
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(iterator(), super.size(), Spliterator.ORDERED);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        readAll();
        super.forEach(action);
    }

    @Override
    public List<E> subList(int from, int to) {
        readTo(to);
        return super.subList(from, to);
    }

    @Override
    public Object[] toArray() {
        readAll();
        return super.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        readAll();
        return super.toArray(array);
    }

    @Override
    public <T> T[] toArray(IntFunction<T[]> generator) {
        readAll();
        return super.toArray(generator);
    }

    @Override
    public int indexOf(Object element) {
        readAll();
        return super.indexOf(element);
    }

    @Override
    public boolean contains(Object element) {
        readAll();
        return super.contains(element);
    }

    @Override
    public boolean equals(Object other) {
        readAll();
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        readAll();
        return super.hashCode();
    }

    private final class Reading implements ListIterator<E> {
        private final ListIterator<E> rows;

        Reading(ListIterator<E> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public E next() {
            readTo(rows.nextIndex() + 1);
            return rows.next();
        }

        @Override
        public boolean hasPrevious() {
            return rows.hasPrevious();
        }

        @Override
        public E previous() {
            readAll();
            return rows.previous();
        }

        @Override
        public int nextIndex() {
            return rows.nextIndex();
        }

        @Override
        public int previousIndex() {
            return rows.previousIndex();
        }

        @Override
        public void remove() {
            rows.remove();
        }

        @Override
        public void set(E element) {
            rows.set(element);
        }

        @Override
        public void add(E element) {
            rows.add(element);
        }
    }
}
