package ormlab.relationship;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.query.restriction.Restriction;

/** Matches the rows that belong to one owner, by the owning side if there is one. */
record Membership<T>(Object owner, CollectionPersister mapping) implements Restriction<T> {
    @Override
    public Restriction<T> negated() {
        throw new UnsupportedOperationException("The rows outside of a list are not part of it.");
    }

    @Override
    public Predicate toPredicate(Root<? extends T> root, CriteriaBuilder builder) {
        return predicate(root, builder);
    }

    private <E> Predicate predicate(Root<? extends T> root, CriteriaBuilder builder) {
        String owning = mapping.getMappedByProperty();
        if (owning != null && mapping.isOneToMany()) {
            return builder.equal(root.get(owning), owner);
        }
        Subquery<E> members = subquery(builder);
        Root<?> of = members.from(mapping.getOwnerEntityPersister().getMappedClass());
        String attribute = mapping.getRole().substring(mapping.getRole().lastIndexOf('.') + 1);
        members.select(of.<Object, E>join(attribute)).where(builder.equal(of, owner));
        return root.in(members);
    }

    @SuppressWarnings("unchecked")
    private <E> Subquery<E> subquery(CriteriaBuilder builder) {
        Class<E> element = (Class<E>) mapping.getElementPersister().getMappedClass();
        return builder.createQuery().subquery(element);
    }
}
