package ormlab.query;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * The page a caller wants.
 *
 * @param number the page's number, from 1
 * @param perPage how many rows a page has, 1 or more
 * @param emptyBeyondTheEnd true: a page that does not exist is empty; false: it is {@link NotFound}
 */
public record PageRequest(int number, int perPage, boolean emptyBeyondTheEnd) {
    /**
     * The most rows a page can have if the caller does not say, so that a URL typed by hand cannot
     * load a whole table.
     */
    public static final int MOST_PER_PAGE = 100;

    /** Checks that a page has a row. */
    public PageRequest {
        if (perPage < 1) {
            throw new OrmlabException("A page has 1 row or more, not " + perPage + ".");
        }
    }

    /**
     * Requests a page of at most {@value #MOST_PER_PAGE} rows that must exist; {@code number}
     * counts from 1.
     */
    public static PageRequest of(int number, int perPage) {
        return of(number, perPage, MOST_PER_PAGE);
    }

    /**
     * Requests a page that must exist; {@code most} is the most rows that {@code perPage} may ask
     * for.
     */
    public static PageRequest of(int number, int perPage, int most) {
        return new PageRequest(number, Math.min(perPage, most), false);
    }

    /**
     * Reads a page's number from a URL; anything that is missing or not a number means the first
     * page.
     */
    public static PageRequest parse(@Nullable String number, int perPage) {
        try {
            return of(Integer.parseInt(number == null ? "1" : number.strip()), perPage);
        } catch (NumberFormatException noNumber) {
            return of(1, perPage);
        }
    }

    /** Allows a page that does not exist, which is empty then. */
    public PageRequest allowingEmpty() {
        return new PageRequest(number, perPage, true);
    }

    PageRequest at(int other) {
        return new PageRequest(other, perPage, emptyBeyondTheEnd);
    }

    /**
     * After the last page that an int can count there is none, just as after the last one there is.
     */
    int offset() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, number - 1L) * perPage);
    }
}
