package ormlab.query;

import jakarta.persistence.criteria.FetchParent;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;
import ormlab.error.OrmlabException;

/** What a query asks for: which rows, in which order, how many, and what is loaded with them. */
record Selection<T>(
        List<Restriction<? super T>> restrictions,
        List<Sort<T>> sorts,
        List<String> fetches,
        int limit,
        int offset) {
    /** No limit: all rows. */
    static final int ALL = -1;

    Selection {
        restrictions = List.copyOf(restrictions);
        sorts = List.copyOf(sorts);
        fetches = List.copyOf(fetches);
    }

    static <T> Selection<T> everything() {
        return new Selection<>(List.of(), List.of(), List.of(), ALL, 0);
    }

    Selection<T> restrict(Restriction<? super T> condition) {
        return new Selection<>(plus(restrictions, condition), sorts, fetches, limit, offset);
    }

    Selection<T> sort(Sort<T> sort) {
        return new Selection<>(restrictions, plus(sorts, sort), fetches, limit, offset);
    }

    Selection<T> fetch(String path) {
        return new Selection<>(restrictions, sorts, plus(fetches, path), limit, offset);
    }

    Selection<T> limit(int rows) {
        return new Selection<>(restrictions, sorts, fetches, notNegative("limit", rows), offset);
    }

    Selection<T> offset(int rows) {
        return new Selection<>(restrictions, sorts, fetches, limit, notNegative("offset", rows));
    }

    private static int notNegative(String what, int rows) {
        if (rows < 0) {
            throw new OrmlabException(what + " must be 0 or more, and is " + rows + ".");
        }
        return rows;
    }

    boolean isCut() {
        return limit != ALL || offset > 0;
    }

    void requireUncut(String verb) {
        if (isCut()) {
            throw new OrmlabException(
                    ("%s takes no limit and no offset: which rows it meets would depend on chance."
                                    + " Narrow with filter(…), or treat the objects one by one.")
                            .formatted(verb));
        }
    }

    /** Returns how many of the matching rows are left within limit and offset. */
    long cut(long matching) {
        long afterOffset = Math.max(0, matching - offset);
        return limit == ALL ? afterOffset : Math.min(limit, afterOffset);
    }

    /** Returns a query for all rows that match, ignoring order and limit, to count them. */
    SelectionQuery<T> matching(EntityType<T> type, Session session) {
        return sentBy(session, specification(type, false));
    }

    boolean exists(EntityType<T> type, Session session) {
        return specification(type, false)
                .createExistsProjection()
                .createQuery(session)
                .getSingleResult();
    }

    SelectionQuery<T> query(EntityType<T> type, Session session) {
        SelectionQuery<T> query = sentBy(session, specification(type, true));
        if (limit != ALL) {
            query.setMaxResults(limit);
        }
        if (offset > 0) {
            query.setFirstResult(offset);
        }
        return query;
    }

    /**
     * Sends through the session's own method, which delegates to Hibernate's session: what is
     * loaded must belong to that one, or a dynamic list sees two sessions at the next flush.
     */
    private static <T> SelectionQuery<T> sentBy(
            Session session, SelectionSpecification<T> specification) {
        return session.createQuery(specification.buildCriteria(session.getCriteriaBuilder()));
    }

    /** Returns the same rows for paging by key, where the order is part of the page. */
    SelectionQuery<T> unsorted(EntityType<T> type, Session session) {
        return new Selection<>(restrictions, List.of(), fetches, ALL, 0).query(type, session);
    }

    private SelectionSpecification<T> specification(EntityType<T> type, boolean loading) {
        SelectionSpecification<T> specification = SelectionSpecification.create(type.getJavaType());
        restrictions.forEach(specification::restrict);
        if (loading) {
            fetches.forEach(
                    path -> specification.augment((builder, query, root) -> fetch(root, path)));
            sorts.forEach(sort -> sort.addTo(specification, type));
        }
        return specification;
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

    private static <E> List<E> plus(List<E> list, E last) {
        List<E> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
