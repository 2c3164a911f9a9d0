package ormlab.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.persistence.metamodel.ManagedType;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.restriction.Restriction;

/**
 * Matches rows whose associated object meets a condition.
 *
 * @param association its name, possibly through other associations
 */
record JoinCondition<T>(String association, Restriction<?> condition) implements Restriction<T> {
    @Override
    public Restriction<T> negated() {
        throw new UnsupportedOperationException("Only a query makes this condition.");
    }

    @Override
    public Predicate toPredicate(Root<? extends T> root, CriteriaBuilder builder) {
        ManagedType<?> type = ((JpaRoot<?>) root).getManagedType();
        Expression<?> joined = Attributes.value((From<?, ?>) root, type, association);
        return joined.in(members(Attributes.element(type, association), condition, builder));
    }

    @SuppressWarnings("unchecked")
    private static <A> Subquery<A> members(
            Class<A> target, Restriction<?> condition, CriteriaBuilder builder) {
        Subquery<A> members = builder.createQuery().subquery(target);
        Root<A> member = members.from(target);
        Restriction<A> fitting = (Restriction<A>) condition;
        return members.select(member).where(fitting.toPredicate(member, builder));
    }
}
