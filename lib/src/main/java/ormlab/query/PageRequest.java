package ormlab.query;

import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/**
 * A request for a page.
 *
 * @param number the page's number, from 1
 * @param perPage how many rows a page has, 1 or more
 * @param emptyIfMissing true to return an empty page if the page does not exist; false to throw
 *     {@link NotFound}
 */
public record PageRequest(int number, int perPage, boolean emptyIfMissing) {
    /**
     * The maximum number of rows on a page unless the caller chooses another, so that a URL typed
     * by hand cannot load a whole table.
     */
    public static final int MOST_PER_PAGE = 100;

    /** Checks that a page has at least one row. */
    public PageRequest {
        if (perPage < 1) {
            throw new OrmlabException("A page must have at least 1 row, not " + perPage + ".");
        }
    }

    /**
     * Requests a page of at most {@value #MOST_PER_PAGE} rows that must exist; {@code number}
     * counts from 1.
     */
    public static PageRequest of(int number, int perPage) {
        return of(number, perPage, MOST_PER_PAGE);
    }

    /** Requests a page that must exist; {@code perPage} may be at most {@code most}. */
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

    /** Returns an empty page if the page does not exist. */
    public PageRequest allowingEmpty() {
        return new PageRequest(number, perPage, true);
    }

    PageRequest at(int other) {
        return new PageRequest(other, perPage, emptyIfMissing);
    }

    /**
     * Returns the number of rows before the page. A number too large for an int leads to an empty
     * page, like any other after the last page.
     */
    int offset() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, number - 1L) * perPage);
    }
}
