package ormlab.query;

import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.metamodel.ManagedType;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * A condition on groups: {@code count().greaterThan(2)}.
 *
 * @param <X> the model
 */
public final class Having<X> {
    interface Condition {
        Predicate on(From<?, ?> root, ManagedType<?> type, HibernateCriteriaBuilder builder);
    }

    private final List<Item> items;
    private final Condition condition;

    private Having(List<Item> items, Condition condition) {
        this.items = items;
        this.condition = condition;
    }

    static <X> Having<X> of(Item item, Condition condition) {
        return new Having<>(List.of(item), condition);
    }

    /** Keeps groups that meet both conditions. */
    public Having<X> and(Having<? super X> other) {
        return with(
                other,
                (root, type, builder) ->
                        builder.and(
                                condition.on(root, type, builder),
                                other.condition.on(root, type, builder)));
    }

    /** Keeps groups that meet at least one of two conditions. */
    public Having<X> or(Having<? super X> other) {
        return with(
                other,
                (root, type, builder) ->
                        builder.or(
                                condition.on(root, type, builder),
                                other.condition.on(root, type, builder)));
    }

    /** Keeps groups that do not meet this condition. */
    public Having<X> negated() {
        return new Having<>(
                items, (root, type, builder) -> condition.on(root, type, builder).not());
    }

    private Having<X> with(Having<? super X> other, Condition both) {
        return new Having<>(Stream.concat(items.stream(), other.items.stream()).toList(), both);
    }

    List<Item> items() {
        return items;
    }

    Condition condition() {
        return condition;
    }
}
