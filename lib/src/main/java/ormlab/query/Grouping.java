package ormlab.query;

import java.util.List;
import java.util.stream.Stream;
import ormlab.error.OrmlabException;

/**
 * The rows of a query in groups; {@link #select} says what to compute for each group.
 *
 * <p>Immutable, like {@link Query}.
 *
 * @param <T> the model
 */
public final class Grouping<T> {
    private final QueriedModel<T> model;
    private final Selection<T> selection;
    private final Groups<T> groups;

    private Grouping(QueriedModel<T> model, Selection<T> selection, Groups<T> groups) {
        this.model = model;
        this.selection = selection;
        this.groups = groups;
    }

    static <T> Grouping<T> of(
            QueriedModel<T> model, Selection<T> selection, List<String> attributes) {
        attributes.forEach(attribute -> Attributes.resolve(model.entity(), attribute));
        if (selection.isCut() || !selection.sorts().isEmpty()) {
            throw new OrmlabException(
                    "orderBy, limit and offset are about the groups here: call them after groupBy(…)"
                            + " and select(…).");
        }
        return new Grouping<>(model, selection, new Groups<>(attributes, List.of()));
    }

    /** Keeps groups that meet a condition: {@code having(count().greaterThan(2))}. */
    public Grouping<T> having(Having<? super T> condition) {
        return new Grouping<>(
                model,
                selection,
                new Groups<>(groups.keys(), Selection.plus(groups.having(), condition)));
    }

    /**
     * Selects the attributes of {@code groupBy}, then the aggregates: each group becomes a record,
     * or an object created by a constructor. A single value may be selected as its own type.
     *
     * @param type a record or class with a constructor for these values, in this order
     * @throws OrmlabException if no constructor fits
     */
    @SafeVarargs
    public final <R> Projection<R> select(
            Class<R> type, Aggregate<? super T, ?> first, Aggregate<? super T, ?>... more) {
        return selectItems(type, Aggregate.items(first, more));
    }

    <R> Projection<R> selectItems(Class<R> type, List<Item> aggregates) {
        List<Item> conditions =
                groups.having().stream().flatMap(each -> each.items().stream()).toList();
        Item.requireOneCollection(
                model.entity(),
                groups.keys(),
                Stream.concat(aggregates.stream(), conditions.stream()).toList());
        List<Item> items =
                Stream.concat(groups.keys().stream().map(Item::value), aggregates.stream())
                        .toList();
        return Projection.of(model, selection, type, items, groups);
    }

    /** Returns the attributes; sends nothing. */
    @Override
    public String toString() {
        return "<Grouping of %s by %s: sends nothing until select(…).all() or another final method>"
                .formatted(model.type().getSimpleName(), groups.keys());
    }
}
