package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.query.KeyedPage;
import org.hibernate.query.KeyedResultList;
import org.hibernate.query.Order;
import org.hibernate.query.Page;

/**
 * Is a stretch of a query's rows that was found by key, on Hibernate's {@link KeyedPage}.
 *
 * @param <T> the model
 */
public final class Slice<T> {
    private final Selection<T> selection;
    private final EntityType<T> type;
    private final Supplier<? extends Session> session;
    private final KeyedResultList<T> result;

    private Slice(
            Selection<T> selection,
            EntityType<T> type,
            Supplier<? extends Session> session,
            KeyedPage<T> page) {
        this.selection = selection;
        this.type = type;
        this.session = session;
        this.result = selection.unsorted(type, session.get()).getKeyedResultList(page);
    }

    static <T> Slice<T> first(
            Selection<T> selection,
            EntityType<T> type,
            Supplier<? extends Session> session,
            int rows) {
        List<Order<? super T>> orders = new ArrayList<>();
        selection.sorts().forEach(sort -> orders.add(sort.asOrder(type)));
        String id = type.getId(type.getIdType().getJavaType()).getName();
        if (selection.sorts().stream().noneMatch(sort -> id.equals(sort.attribute()))) {
            // Rows that are equal in all keys must still have one order, or some would be skipped.
            orders.add(Order.asc(type.getJavaType(), id));
        }
        return new Slice<>(selection, type, session, Page.first(rows).keyedBy(orders));
    }

    /**
     * Gives the objects of this slice.
     *
     * @return the objects, in order
     */
    public List<T> items() {
        return result.getResultList();
    }

    /**
     * Tells whether rows follow.
     *
     * @return true when there is a next slice
     */
    public boolean hasNext() {
        return !result.isLastPage();
    }

    /**
     * Loads the rows that follow, also when others were inserted or deleted meanwhile.
     *
     * @return the next slice, or empty at the end
     */
    public Optional<Slice<T>> next() {
        return Optional.ofNullable(result.getNextPage())
                .map(page -> new Slice<>(selection, type, session, page));
    }

    /**
     * Loads the rows that go before.
     *
     * @return the previous slice, or empty at the beginning
     */
    public Optional<Slice<T>> prev() {
        return Optional.ofNullable(result.getPreviousPage())
                .map(page -> new Slice<>(selection, type, session, page));
    }

    /** Says how many rows it has. */
    @Override
    public String toString() {
        return "<Slice of " + items().size() + " rows>";
    }
}
