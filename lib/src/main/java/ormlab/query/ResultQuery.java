package ormlab.query;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;

/**
 * A query that is ready to be sent; its final methods load results, or count them.
 *
 * @param <R> what a row becomes: the model, or what a projection selects
 */
public abstract sealed class ResultQuery<R> permits Query, Projection {
    ResultQuery() {}

    abstract QueriedModel<?> model();

    abstract Selection<?> selection();

    /** Keeps the first rows, 0 or more. */
    public abstract ResultQuery<R> limit(int rows);

    /** Skips the first rows, 0 or more. */
    public abstract ResultQuery<R> offset(int rows);

    /** Loads all matching rows, in order. */
    public abstract List<R> all();

    /** Loads the first matching row; empty if there is none, or if its only value is null. */
    public Optional<R> first() {
        return value(firstRow());
    }

    private List<R> firstRow() {
        return selection().limit() == 0 ? List.of() : limit(1).all();
    }

    /** A selected value may be null, which no stream accepts as its first element. */
    private static <R> Optional<R> value(List<R> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /**
     * Loads the only matching row. A selected value may be null, such as the maximum of no rows.
     *
     * @throws NoResultException if no row matches
     * @throws NonUniqueResultException if more than one row matches
     */
    public R one() {
        List<R> found = atMostOne();
        if (found.isEmpty()) {
            throw ShortTrace.of(
                    new NoResultException(
                            model().in("No row of %s matches, and exactly one should.")));
        }
        return found.get(0);
    }

    /**
     * Loads the only matching row; empty if there is none, or if its only value is null.
     *
     * @throws NonUniqueResultException if more than one row matches
     */
    public Optional<R> oneOrNone() {
        return value(atMostOne());
    }

    private List<R> atMostOne() {
        List<R> found = selection().limit() == Selection.ALL ? limit(2).all() : all();
        if (found.size() > 1) {
            String problem = "More than one row of %s matches, and at most one should.";
            throw ShortTrace.of(
                    new NonUniqueResultException(
                            model().in(problem + " first() takes the first of them.")));
        }
        return found;
    }

    /**
     * Loads the first matching row, for a web page.
     *
     * @throws NotFound if no row matches
     */
    public R firstOr404() {
        List<R> found = firstRow();
        if (found.isEmpty()) {
            throw new NotFound(model().in("There is no such %s."));
        }
        return found.get(0);
    }

    /**
     * Loads the only matching row, for a web page.
     *
     * @throws NotFound if no row matches, or more than one
     */
    public R oneOr404() {
        List<R> found = limit(2).all();
        if (found.size() != 1) {
            String problem =
                    found.isEmpty() ? "There is no such %s." : "There is more than one such %s.";
            throw new NotFound(model().in(problem));
        }
        return found.get(0);
    }

    /** Counts the matching rows in the database. With {@code groupBy}, counts the groups. */
    public abstract long count();

    /** Returns whether any row matches. */
    public abstract boolean exists();

    /**
     * Loads row after row, for results that need not be in memory at once: the driver holds at most
     * 500 rows. Objects stay in the session, so for many rows select values, or clear the session
     * along the way. Close the stream (with try-with-resources), because it holds a cursor.
     *
     * <p>A commit or rollback closes the stream, and the next row is an error. To commit along the
     * way, walk with {@link Query#slice}.
     */
    public abstract Stream<R> stream();

    /**
     * Loads one page of the matching rows, and counts all of them: two statements.
     *
     * @param number the page's number, from 1
     * @param perPage how many rows a page has, at most {@value PageRequest#MOST_PER_PAGE}
     * @throws NotFound if there is no such page
     */
    public Page<R> paginate(int number, int perPage) {
        return paginate(PageRequest.of(number, perPage));
    }

    /** Loads the page that a request describes, as {@link #paginate(int, int)} does. */
    public Page<R> paginate(PageRequest request) {
        if (selection().isCut()) {
            throw new OrmlabException(
                    "paginate(…) sets limit and offset itself: call it on a query without them.");
        }
        return Page.load(this, request);
    }
}
