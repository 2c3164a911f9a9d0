package ormlab.query;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.FetchParent;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaSubQuery;
import org.hibernate.query.restriction.Restriction;
import org.jspecify.annotations.Nullable;

/** Translates a selection into Hibernate's criteria, so that each row of the model appears once. */
record Criteria<T>(Selection<T> selection, EntityType<T> type, HibernateCriteriaBuilder builder) {
    /** Returns a query for all matching rows, to count them. */
    CriteriaQuery<T> matching() {
        return matching(() -> builder.createQuery(model()), (query, root) -> query.select(root));
    }

    /** Returns a query that loads the rows in order, together with fetched associations. */
    CriteriaQuery<T> loading() {
        return matching(
                () -> builder.createQuery(model()),
                (query, root) -> {
                    query.select(root);
                    selection.fetches().forEach(path -> fetch(root, path));
                    query.orderBy(
                            selection.sorts().stream()
                                    .map(sort -> order(sort, null, root))
                                    .toList());
                });
    }

    /** Returns a query that loads rows together with their keys. */
    CriteriaQuery<Tuple> loading(KeyRange<T> range) {
        return matching(
                builder::createTupleQuery,
                (query, root) -> {
                    selection.fetches().forEach(path -> fetch(root, path));
                    range.select(query, root, type, builder);
                });
    }

    /** Returns a query that selects values, or the values of groups. */
    CriteriaQuery<Tuple> loading(Projected<T> projected) {
        return matching(
                builder::createTupleQuery,
                (query, root) -> {
                    query.select(builder.tuple(expressions(projected.items(), root)));
                    Groups<T> groups = projected.groups();
                    if (groups != null) {
                        group(query, root, groups);
                    }
                    query.orderBy(
                            Stream.concat(
                                            selection.sorts().stream()
                                                    .map(sort -> order(sort, null, root)),
                                            projected.sorts().stream()
                                                    .map(
                                                            sort ->
                                                                    order(
                                                                            sort,
                                                                            projected.item(
                                                                                    sort
                                                                                            .attribute()),
                                                                            root)))
                                    .toList());
                });
    }

    private List<jakarta.persistence.criteria.Selection<?>> expressions(
            List<Item> items, Root<T> root) {
        return items.stream()
                .<jakarta.persistence.criteria.Selection<?>>map(
                        item -> item.expression(root, type, builder))
                .toList();
    }

    private void group(CriteriaQuery<Tuple> query, Root<T> root, Groups<T> groups) {
        query.groupBy(
                groups.keys().stream()
                        .<Expression<?>>map(key -> Attributes.value(root, type, key))
                        .toList());
        query.having(
                groups.having().stream()
                        .map(each -> each.condition().on(root, type, builder))
                        .toList());
    }

    private Order order(Sort<T> sort, @Nullable Item item, Root<T> root) {
        return sort.order(
                item == null ? sort.key(root, type, builder) : item.expression(root, type, builder),
                builder);
    }

    /** Returns a query for whether any row is left within limit and offset. */
    CriteriaQuery<Boolean> existence() {
        var query = builder.createQuery(Boolean.class);
        JpaSubQuery<T> rows =
                matching(() -> query.subquery(model()), (members, root) -> members.select(root));
        if (selection.offset() > 0) {
            rows.offset(selection.offset());
            rows.fetch(1);
        }
        return query.select(builder.exists(rows));
    }

    /**
     * Returns the conditions, for a statement that cannot join the elements of a collection.
     *
     * <p>If a condition needs such elements, a subquery finds the rows, which are compared by id.
     */
    List<? extends Restriction<? super T>> conditions() {
        Root<T> probe = builder.createQuery(model()).from(model());
        predicates(probe);
        return joinsMany(probe) ? List.of(new Members()) : selection.restrictions();
    }

    private Class<T> model() {
        return type.getJavaType();
    }

    private <R, Q extends AbstractQuery<R>> Q matching(
            Supplier<Q> fresh, BiConsumer<Q, Root<T>> shape) {
        Q query = fresh.get();
        Root<T> root = query.from(model());
        List<Predicate> predicates = predicates(root);
        if (joinsMany(root)) {
            query = fresh.get();
            root = query.from(model());
            query.where(root.in(members(query.subquery(model()))));
        } else if (!predicates.isEmpty()) {
            query.where(predicates);
        }
        shape.accept(query, root);
        return query;
    }

    private List<Predicate> predicates(Root<T> root) {
        return selection.restrictions().stream()
                .map(restriction -> restriction.toPredicate(root, builder))
                .toList();
    }

    /**
     * Selects the ids of matching rows, because a join with a collection would repeat its owner for
     * each matching element.
     */
    private Subquery<T> members(Subquery<T> members) {
        Root<T> member = members.from(model());
        return members.select(member).where(predicates(member));
    }

    private static boolean joinsMany(From<?, ?> from) {
        return from.getJoins().stream()
                .anyMatch(join -> join.getAttribute().isCollection() || joinsMany(join));
    }

    private static void fetch(FetchParent<?, ?> root, String path) {
        FetchParent<?, ?> from = root;
        for (String step : path.split("\\.", -1)) {
            FetchParent<?, ?> parent = from;
            from =
                    parent.getFetches().stream()
                            .filter(fetch -> fetch.getAttribute().getName().equals(step))
                            .<FetchParent<?, ?>>map(fetch -> fetch)
                            .findFirst()
                            .orElseGet(() -> parent.fetch(step, JoinType.LEFT));
        }
    }

    /** The rows of the subquery, as a condition. */
    private final class Members implements Restriction<T> {
        @Override
        public Restriction<T> negated() {
            throw new UnsupportedOperationException("Only the rows of the selection are known.");
        }

        @Override
        public Predicate toPredicate(Root<? extends T> root, CriteriaBuilder statement) {
            return root.in(members(statement.createQuery().subquery(model())));
        }
    }
}
