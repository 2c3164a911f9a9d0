package ormlab.query;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * A query that returns some attributes or aggregates instead of objects.
 *
 * <p>Immutable, like {@link Query}. Narrow the rows before {@code select(…)}; sort and limit the
 * results after it. The session does not manage the results.
 *
 * @param <R> what each row or group becomes
 */
public final class Projection<R> extends ResultQuery<R> {
    private final Projected<?> projected;
    private final Row<R> row;

    private Projection(Projected<?> projected, Row<R> row) {
        this.projected = projected;
        this.row = row;
    }

    static <T, R> Projection<R> of(
            QueriedModel<T> model, Selection<T> selection, Class<R> type, List<String> attributes) {
        attributes.forEach(name -> Attributes.requireSingle(model.entity(), name, "select(…)"));
        return of(model, selection, type, attributes.stream().map(Item::value).toList(), null);
    }

    static <T, R> Projection<R> of(
            QueriedModel<T> model,
            Selection<T> selection,
            Class<R> type,
            List<Item> items,
            @Nullable Groups<T> groups) {
        if (!selection.fetches().isEmpty()) {
            throw new OrmlabException(
                    "fetch(…) loads objects along, and select(…) loads none. Leave fetch out, and"
                            + " select the associated object's attributes.");
        }
        Row<R> row =
                Row.of(
                        type,
                        items,
                        items.stream().<Class<?>>map(each -> each.type(model.entity())).toList());
        return new Projection<>(
                new Projected<>(model, selection, items, row.names(), groups, List.of()), row);
    }

    /**
     * Sorts by selected values; a later call sorts within what an earlier one left equal.
     *
     * @param names names of the record's components, or of attributes (without groups, also of
     *     attributes that are not selected); each may be followed by {@code asc} or {@code desc}
     * @throws UnknownAttribute if there is no such component and no such attribute
     */
    public Projection<R> orderBy(String... names) {
        Projected<?> sorted = projected;
        for (String name : names) {
            sorted = sorted.sort(name);
        }
        return new Projection<>(sorted, row);
    }

    @Override
    QueriedModel<?> model() {
        return projected.model();
    }

    @Override
    Selection<?> selection() {
        return projected.selection();
    }

    @Override
    public Projection<R> limit(int rows) {
        return new Projection<>(projected.limit(rows), row);
    }

    @Override
    public Projection<R> offset(int rows) {
        return new Projection<>(projected.offset(rows), row);
    }

    @Override
    public List<R> all() {
        return model().sent(() -> projected.query().getResultList()).stream()
                .map(row::make)
                .toList();
    }

    @Override
    public long count() {
        return projected.count();
    }

    @Override
    public boolean exists() {
        return count() > 0;
    }

    @Override
    public Stream<R> stream() {
        return model().sent(() -> Selection.stream(projected.query(), model().session()))
                .map(row::make);
    }

    /** Returns the name of the result; shows no rows and sends nothing. */
    @Override
    public String toString() {
        return "<Projection %s of %s: sends nothing until all(), first(), count() or another final method>"
                .formatted(row.type().getSimpleName(), model().type().getSimpleName());
    }
}
