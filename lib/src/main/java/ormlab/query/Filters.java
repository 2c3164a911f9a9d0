package ormlab.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.ManagedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * Conditions for {@link Query#filter}, by the attribute's name.
 *
 * <p>Each returns one of Hibernate's {@link Restriction}s and has Hibernate's name for it. They are
 * for code without a static metamodel, such as a notebook's. They combine with {@code and}, {@code
 * or} and {@code negated()}. A name may pass through an association: {@code author.username}.
 * Values are always bound, never part of the SQL.
 */
public final class Filters {
    private Filters() {}

    private interface Condition {
        Predicate on(Expression<?> attribute, CriteriaBuilder builder);
    }

    interface Comparison {
        Predicate of(
                CriteriaBuilder builder,
                Expression<Comparable<Object>> attribute,
                Comparable<Object> value);
    }

    /** A condition on one attribute, which is looked up when the query runs. */
    private record Filter(String attribute, Condition condition) implements Restriction<Object> {
        @Override
        public Restriction<Object> negated() {
            return new Filter(attribute, (path, builder) -> condition.on(path, builder).not());
        }

        @Override
        public Predicate toPredicate(Root<?> root, CriteriaBuilder builder) {
            ManagedType<?> type = ((JpaRoot<?>) root).getManagedType();
            Attributes.requireValue(type, attribute);
            return condition.on(Attributes.path((From<?, ?>) root, type, attribute), builder);
        }
    }

    /** Matches rows whose attribute equals the value; null matches rows without one. */
    public static Restriction<Object> equal(String attribute, @Nullable Object value) {
        return value == null
                ? isNull(attribute)
                : new Filter(
                        attribute,
                        (path, builder) ->
                                builder.equal(path, Values.fitting(path, attribute, value)));
    }

    /** Matches rows whose attribute differs from the value; null matches rows with a value. */
    public static Restriction<Object> unequal(String attribute, @Nullable Object value) {
        return equal(attribute, value).negated();
    }

    /** Matches text by a pattern: {@code %} is any text, {@code _} any character. Case matters. */
    public static Restriction<Object> like(String attribute, String pattern) {
        return new Filter(
                attribute, (path, builder) -> builder.like(path.as(String.class), pattern));
    }

    /**
     * Matches text by a pattern, as {@link #like} does, ignoring case.
     *
     * <p>The database compares: PostgreSQL ignores the case of all letters, SQLite only of A to Z,
     * so {@code "ä%"} does not match {@code "Ä"} there.
     */
    public static Restriction<Object> likeIgnoringCase(String attribute, String pattern) {
        return new Filter(
                attribute,
                (path, builder) ->
                        builder.like(
                                builder.lower(path.as(String.class)),
                                builder.lower(
                                        ((HibernateCriteriaBuilder) builder).value(pattern))));
    }

    /** Matches rows whose attribute is one of the values; without values, no row matches. */
    public static Restriction<Object> in(String attribute, Collection<?> values) {
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new OrmlabException(
                    ("in(\"%s\", …) got a null among its values, which equals nothing in SQL."
                                    + " Leave it out, and add .or(isNull(\"%s\")) for the rows without a value.")
                            .formatted(attribute, attribute));
        }
        return new Filter(
                attribute,
                (path, builder) ->
                        path.in(
                                values.stream()
                                        .map(value -> Values.fitting(path, attribute, value))
                                        .toList()));
    }

    /** Matches rows whose attribute is one of the values; without values, no row matches. */
    public static Restriction<Object> in(String attribute, Object... values) {
        return in(attribute, Arrays.asList(values));
    }

    /** Matches rows whose attribute is between two values, both included. */
    public static Restriction<Object> between(
            String attribute, Comparable<?> low, Comparable<?> high) {
        return greaterThanOrEqual(attribute, low).and(lessThanOrEqual(attribute, high));
    }

    /** Matches rows whose attribute is null. */
    public static Restriction<Object> isNull(String attribute) {
        return new Filter(attribute, (path, builder) -> builder.isNull(path));
    }

    /** Matches rows whose attribute is not null. */
    public static Restriction<Object> notNull(String attribute) {
        return isNull(attribute).negated();
    }

    /** Matches rows whose attribute is greater than the value. */
    public static Restriction<Object> greaterThan(String attribute, Comparable<?> value) {
        return compared(attribute, value, CriteriaBuilder::greaterThan);
    }

    /** Matches rows whose attribute is at least the value. */
    public static Restriction<Object> greaterThanOrEqual(String attribute, Comparable<?> value) {
        return compared(attribute, value, CriteriaBuilder::greaterThanOrEqualTo);
    }

    /** Matches rows whose attribute is less than the value. */
    public static Restriction<Object> lessThan(String attribute, Comparable<?> value) {
        return compared(attribute, value, CriteriaBuilder::lessThan);
    }

    /** Matches rows whose attribute is at most the value. */
    public static Restriction<Object> lessThanOrEqual(String attribute, Comparable<?> value) {
        return compared(attribute, value, CriteriaBuilder::lessThanOrEqualTo);
    }

    private static Restriction<Object> compared(
            String attribute, Comparable<?> value, Comparison comparison) {
        return new Filter(
                attribute,
                (path, builder) ->
                        comparison.of(
                                builder,
                                Values.comparable(path),
                                Values.comparable(path, attribute, value)));
    }
}
