package ormlab.query;

import jakarta.persistence.Tuple;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive rows of a query that were found by key.
 *
 * @param <T> the model
 */
public final class Slice<T> {
    /**
     * What all slices of one query share; {@code sorts} end with the id, so that no two rows are
     * equal.
     */
    private record Walk<T>(
            Selection<T> selection, QueriedModel<T> model, List<Sort<T>> sorts, int rows) {
        List<Tuple> load(@Nullable List<?> after, boolean backwards) {
            var session = model.session();
            var dialect =
                    session.getFactory()
                            .unwrap(SessionFactoryImplementor.class)
                            .getJdbcServices()
                            .getDialect();
            KeyRange<T> range =
                    new KeyRange<>(
                            backwards ? sorts.stream().map(Sort::reversed).toList() : sorts,
                            after,
                            dialect.getNullOrdering());
            List<Tuple> found =
                    session.createQuery(selection.criteria(model).loading(range))
                            .setMaxResults(rows + 1)
                            .getResultList();
            // A fetched collection repeats its owner for each element.
            Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            return found.stream().filter(row -> seen.add(row.get(0))).toList();
        }
    }

    private final Walk<T> walk;
    private final List<Tuple> found;
    private final boolean hasNext;

    private Slice(Walk<T> walk, List<Tuple> found, boolean hasNext) {
        this.walk = walk;
        this.found = found;
        this.hasNext = hasNext;
    }

    static <T> Slice<T> first(Selection<T> selection, QueriedModel<T> model, int rows) {
        Stream<Sort<T>> ids =
                model.entity().getSingularAttributes().stream()
                        .filter(SingularAttribute::isId)
                        .map(SingularAttribute::getName)
                        .sorted()
                        .map(Sort::ascending);
        Map<Object, Sort<T>> sorts = new LinkedHashMap<>();
        Stream.concat(selection.sorts().stream(), ids)
                .flatMap(sort -> sort.columns(model.entity()))
                .forEach(
                        sort ->
                                sorts.putIfAbsent(
                                        List.of(sort.attribute(), sort.caseSensitive()), sort));
        Walk<T> walk = new Walk<>(selection, model, List.copyOf(sorts.values()), rows);
        return forwards(walk, null);
    }

    private static <T> Slice<T> forwards(Walk<T> walk, @Nullable List<?> after) {
        List<Tuple> found = walk.load(after, false);
        return new Slice<>(walk, first(found, walk.rows), found.size() > walk.rows);
    }

    private static <T> Slice<T> backwards(Walk<T> walk, List<?> before) {
        List<Tuple> found = new ArrayList<>(first(walk.load(before, true), walk.rows));
        Collections.reverse(found);
        return new Slice<>(walk, found, true);
    }

    private static List<Tuple> first(List<Tuple> found, int rows) {
        return found.subList(0, Math.min(rows, found.size()));
    }

    /** Returns the objects of this slice, in order. */
    @SuppressWarnings("unchecked")
    public List<T> items() {
        return found.stream().map(row -> (T) row.get(0)).toList();
    }

    /** Returns whether there are more rows. */
    public boolean hasNext() {
        return hasNext;
    }

    /**
     * Loads the rows that follow, even if others were inserted or deleted in the meantime; empty at
     * the end.
     */
    public Optional<Slice<T>> next() {
        return hasNext
                ? neighbour(() -> forwards(walk, key(found.get(found.size() - 1))))
                : Optional.empty();
    }

    /** Loads the rows before these; empty at the beginning. */
    public Optional<Slice<T>> prev() {
        return found.isEmpty()
                ? Optional.empty()
                : neighbour(() -> backwards(walk, key(found.get(0))));
    }

    private Optional<Slice<T>> neighbour(Supplier<Slice<T>> loaded) {
        return Optional.of(walk.model.sent(loaded)).filter(slice -> !slice.found.isEmpty());
    }

    private static List<?> key(Tuple row) {
        List<Object> key = new ArrayList<>();
        IntStream.range(1, row.getElements().size()).forEach(i -> key.add(row.get(i)));
        return key;
    }

    @Override
    public String toString() {
        return "<Slice of " + found.size() + " rows>";
    }
}
