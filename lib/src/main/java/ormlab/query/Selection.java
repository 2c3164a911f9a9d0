package ormlab.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.restriction.Restriction;
import ormlab.error.OrmlabException;

/** What a query asks for: which rows, in which order, how many, and what to load with them. */
record Selection<T>(
        List<Restriction<? super T>> restrictions,
        List<Sort<T>> sorts,
        List<String> fetches,
        int limit,
        int offset) {
    /** No limit: all rows. */
    static final int ALL = -1;

    /** PostgreSQL's driver would read the whole result before it returns the first row. */
    private static final int ROWS_AT_A_TIME = 500;

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
            throw new OrmlabException(what + " must be at least 0, not " + rows + ".");
        }
        return rows;
    }

    boolean isCut() {
        return limit != ALL || offset > 0;
    }

    void requireUncut(String verb) {
        if (isCut()) {
            throw new OrmlabException(
                    ("%s does not support limit or offset, because the affected rows would depend"
                                    + " on chance. Narrow with filter(…), or change the objects"
                                    + " one by one.")
                            .formatted(verb));
        }
    }

    void requireSlice(int rows) {
        if (isCut() || rows < 1) {
            throw new OrmlabException(
                    "slice(…) takes 1 row or more and sets limit and offset itself; got %s."
                            .formatted(rows));
        }
    }

    /** Returns how many of the matching rows are within limit and offset. */
    long cut(long matching) {
        long afterOffset = Math.max(0, matching - offset);
        return limit == ALL ? afterOffset : Math.min(limit, afterOffset);
    }

    /** Counts the matching rows within limit and offset. */
    long count(QueriedModel<T> model) {
        return cut(
                model.sent(
                        () ->
                                model.session()
                                        .createQuery(criteria(model).matching())
                                        .getResultCount()));
    }

    boolean exists(QueriedModel<T> model) {
        return limit != 0
                && model.sent(
                        () ->
                                model.session()
                                        .createQuery(criteria(model).existence())
                                        .getSingleResult());
    }

    SelectionQuery<T> query(QueriedModel<T> model) {
        return cut(model.session().createQuery(criteria(model).loading()));
    }

    /** Sets limit and offset. */
    <Q extends SelectionQuery<?>> Q cut(Q query) {
        if (limit != ALL) {
            query.setMaxResults(limit);
        }
        if (offset > 0) {
            query.setFirstResult(offset);
        }
        return query;
    }

    static <R> Stream<R> stream(SelectionQuery<R> query, Session session) {
        return CursorRows.of(
                query.setFetchSize(ROWS_AT_A_TIME).getResultStream(), session.getTransaction());
    }

    Criteria<T> criteria(QueriedModel<T> model) {
        return new Criteria<>(this, model.entity(), model.session().getCriteriaBuilder());
    }

    static <E> List<E> plus(List<E> list, E last) {
        List<E> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
