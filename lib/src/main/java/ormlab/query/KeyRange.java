package ormlab.query;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.NullOrdering;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The rows after a key in some order.
 *
 * @param sorts no two rows are equal in all of them
 * @param after a value for each sort, null where that row has none; null at the beginning
 * @param unsortedNulls where the database puts nulls if the order does not say
 */
record KeyRange<T>(
        List<Sort<T>> sorts,
        @Nullable List<? extends @Nullable Object> after,
        NullOrdering unsortedNulls) {

    /** Selects the row and its keys, in order. */
    void select(
            CriteriaQuery<Tuple> query,
            Root<T> root,
            EntityType<T> type,
            HibernateCriteriaBuilder builder) {
        List<Expression<?>> keys = new ArrayList<>();
        sorts.forEach(sort -> keys.add(sort.key(root, type, builder)));
        List<Selection<?>> selected = new ArrayList<>(keys);
        selected.add(0, root);
        query.select(builder.tuple(selected));
        List<jakarta.persistence.criteria.Order> orders = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            orders.add(sorts.get(i).order(keys.get(i), builder));
        }
        query.orderBy(orders);
        if (after != null) {
            Predicate beyond = beyond(keys, after, type, builder);
            Predicate before = query.getRestriction();
            query.where(before == null ? beyond : builder.and(before, beyond));
        }
    }

    /** For each number of first keys: they are equal, and the next one is beyond. */
    private Predicate beyond(
            List<Expression<?>> keys,
            List<? extends @Nullable Object> values,
            EntityType<T> type,
            HibernateCriteriaBuilder builder) {
        List<Predicate> alternatives = new ArrayList<>();
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object value = values.get(i);
            Expression<?> key = keys.get(i);
            Sort<T> sort = sorts.get(i);
            boolean nullsFirst = nullsFirst(sort);
            if (value != null || nullsFirst) {
                boolean nullsBeyond = !nullsFirst && Attributes.mayBeNull(type, sort.attribute());
                List<Predicate> all = new ArrayList<>(equal);
                all.add(0, beyond(sort, key, value, nullsBeyond, builder));
                alternatives.add(builder.and(all));
            }
            equal.add(value == null ? builder.isNull(key) : builder.equal(key, value));
        }
        return builder.or(alternatives);
    }

    private Predicate beyond(
            Sort<T> sort,
            Expression<?> key,
            @Nullable Object value,
            boolean nullsBeyond,
            HibernateCriteriaBuilder builder) {
        if (value == null) {
            return builder.isNotNull(key);
        }
        Expression<Comparable<Object>> comparable = Values.comparable(key);
        Comparable<Object> bound = Values.comparable(value);
        Predicate further =
                sort.direction() == SortDirection.ASCENDING
                        ? builder.greaterThan(comparable, bound)
                        : builder.lessThan(comparable, bound);
        return nullsBeyond ? builder.or(further, builder.isNull(key)) : further;
    }

    private boolean nullsFirst(Sort<T> sort) {
        if (sort.nulls() != Nulls.NONE) {
            return sort.nulls() == Nulls.FIRST;
        }
        boolean ascending = sort.direction() == SortDirection.ASCENDING;
        return switch (unsortedNulls) {
            case SMALLEST -> ascending;
            case GREATEST -> !ascending;
            case FIRST -> true;
            case LAST -> false;
        };
    }
}
