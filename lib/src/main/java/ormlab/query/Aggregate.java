package ormlab.query;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ormlab.query.Item.Function;

/**
 * A value that the database computes from the rows of a group, named as in SQL.
 *
 * <p>{@link Grouping#select} selects aggregates, and their conditions choose groups in {@link
 * Grouping#having}. An attribute's name may pass through associations and one collection: {@code
 * count("posts")} of a user is the number of posts, or 0.
 *
 * @param <X> the model
 * @param <V> the type of the value
 */
public final class Aggregate<X, V> {
    private final Item item;

    private Aggregate(Function function, String attribute) {
        this.item = new Item(function, attribute);
    }

    private static <X, V> Aggregate<X, V> of(Function function, Attribute<?, ?> attribute) {
        return new Aggregate<>(function, Attributes.name(attribute));
    }

    /** Counts the rows of a group. */
    public static Aggregate<Object, Number> count() {
        return new Aggregate<>(Function.COUNT, "");
    }

    /** Counts the rows that have a value, or the elements of a collection. */
    public static Aggregate<Object, Number> count(String attribute) {
        return new Aggregate<>(Function.COUNT, Attributes.required(attribute));
    }

    /** Counts the rows that have a value, or the elements of a collection. */
    public static <X> Aggregate<X, Number> count(Attribute<X, ?> attribute) {
        return of(Function.COUNT, attribute);
    }

    /** Counts distinct values. */
    public static Aggregate<Object, Number> countDistinct(String attribute) {
        return new Aggregate<>(Function.COUNTDISTINCT, Attributes.required(attribute));
    }

    /** Counts distinct values. */
    public static <X> Aggregate<X, Number> countDistinct(Attribute<X, ?> attribute) {
        return of(Function.COUNTDISTINCT, attribute);
    }

    /** Sums numbers: returns a Long for whole numbers, null if there are none. */
    public static Aggregate<Object, Number> sum(String attribute) {
        return new Aggregate<>(Function.SUM, Attributes.required(attribute));
    }

    /** Sums numbers: returns a Long for whole numbers, null if there are none. */
    public static <X> Aggregate<X, Number> sum(SingularAttribute<X, ? extends Number> attribute) {
        return of(Function.SUM, attribute);
    }

    /** Computes the average as a Double; null if there are no numbers. */
    public static Aggregate<Object, Number> avg(String attribute) {
        return new Aggregate<>(Function.AVG, Attributes.required(attribute));
    }

    /** Computes the average as a Double; null if there are no numbers. */
    public static <X> Aggregate<X, Number> avg(SingularAttribute<X, ? extends Number> attribute) {
        return of(Function.AVG, attribute);
    }

    /** Finds the smallest value; null if there is none. */
    public static Aggregate<Object, Comparable<?>> min(String attribute) {
        return new Aggregate<>(Function.MIN, Attributes.required(attribute));
    }

    /** Finds the smallest value; null if there is none. */
    public static <X, V extends Comparable<?>> Aggregate<X, V> min(
            SingularAttribute<X, V> attribute) {
        return of(Function.MIN, attribute);
    }

    /** Finds the largest value; null if there is none. */
    public static Aggregate<Object, Comparable<?>> max(String attribute) {
        return new Aggregate<>(Function.MAX, Attributes.required(attribute));
    }

    /** Finds the largest value; null if there is none. */
    public static <X, V extends Comparable<?>> Aggregate<X, V> max(
            SingularAttribute<X, V> attribute) {
        return of(Function.MAX, attribute);
    }

    static List<Item> items(Aggregate<?, ?> first, Aggregate<?, ?>... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).map(each -> each.item).toList();
    }

    /** Keeps groups in which this equals a value. */
    public Having<X> equalTo(V value) {
        return having(value, (builder, own, other) -> builder.equal(own, other));
    }

    /** Keeps groups in which this is greater than a value. */
    public Having<X> greaterThan(V value) {
        return having(value, (builder, own, other) -> builder.greaterThan(own, other));
    }

    /** Keeps groups in which this is at least a value. */
    public Having<X> greaterThanOrEqual(V value) {
        return having(value, (builder, own, other) -> builder.greaterThanOrEqualTo(own, other));
    }

    /** Keeps groups in which this is less than a value. */
    public Having<X> lessThan(V value) {
        return having(value, (builder, own, other) -> builder.lessThan(own, other));
    }

    /** Keeps groups in which this is at most a value. */
    public Having<X> lessThanOrEqual(V value) {
        return having(value, (builder, own, other) -> builder.lessThanOrEqualTo(own, other));
    }

    private Having<X> having(V value, Filters.Comparison comparison) {
        return Having.of(
                item,
                (root, type, builder) -> {
                    Expression<?> own = item.expression(root, type, builder);
                    Object fitting = Values.fitting(item.type(type), item.toString(), value);
                    return comparison.of(
                            builder, Values.comparable(own), Values.comparable(fitting));
                });
    }

    /** Returns the call: {@code max(timestamp)}. */
    @Override
    public String toString() {
        return item.toString();
    }
}
