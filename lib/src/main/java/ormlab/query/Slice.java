package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.KeyedPage;
import org.hibernate.query.KeyedResultList;
import org.hibernate.query.Order;
import org.hibernate.query.Page;

/**
 * A stretch of a query's rows that was found by key, on Hibernate's {@link KeyedPage}.
 *
 * @param <T> the model
 */
public final class Slice<T> {
    private final Selection<T> selection;
    private final QueriedModel<T> model;
    private final KeyedResultList<T> result;

    private Slice(Selection<T> selection, QueriedModel<T> model, KeyedPage<T> page) {
        this.selection = selection;
        this.model = model;
        this.result = selection.unsorted(model.entity(), model.session()).getKeyedResultList(page);
    }

    static <T> Slice<T> first(Selection<T> selection, QueriedModel<T> model, int rows) {
        EntityType<T> type = model.entity();
        List<Order<? super T>> orders = new ArrayList<>();
        selection.sorts().forEach(sort -> orders.add(sort.asOrder(type)));
        String id = type.getId(type.getIdType().getJavaType()).getName();
        if (selection.sorts().stream().noneMatch(sort -> id.equals(sort.attribute()))) {
            // Rows that are equal in all keys must still have one order, or some would be skipped.
            orders.add(Order.asc(type.getJavaType(), id));
        }
        return new Slice<>(selection, model, Page.first(rows).keyedBy(orders));
    }

    /** Returns the objects of this slice, in order. */
    public List<T> items() {
        return result.getResultList();
    }

    /** Returns whether there are more rows. */
    public boolean hasNext() {
        return !result.isLastPage();
    }

    /**
     * Loads the rows that follow, even when others were inserted or deleted in the meantime; empty
     * at the end.
     */
    public Optional<Slice<T>> next() {
        return Optional.ofNullable(result.getNextPage())
                .map(page -> new Slice<>(selection, model, page));
    }

    /** Loads the rows before these; empty at the beginning. */
    public Optional<Slice<T>> prev() {
        return Optional.ofNullable(result.getPreviousPage())
                .map(page -> new Slice<>(selection, model, page));
    }

    @Override
    public String toString() {
        return "<Slice of " + items().size() + " rows>";
    }
}
