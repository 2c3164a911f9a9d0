package ormlab.query;

import ormlab.error.OrmlabException;

/**
 * Says which page is wanted.
 *
 * @param number the page's number, from 1
 * @param perPage how many rows a page has
 * @param emptyBeyondTheEnd true: a page that does not exist is empty; false: it is {@link NotFound}
 */
public record PageRequest(int number, int perPage, boolean emptyBeyondTheEnd) {
    /**
     * How many rows a page has at most, so that an address typed by hand cannot load a whole table.
     */
    public static final int MOST_PER_PAGE = 100;

    /** Cuts pages that are too large. */
    public PageRequest {
        if (perPage < 1) {
            throw new OrmlabException("A page has 1 row or more, not " + perPage + ".");
        }
        perPage = Math.min(perPage, MOST_PER_PAGE);
    }

    /**
     * Asks for a page that must exist.
     *
     * @param number the page's number, from 1
     * @param perPage how many rows a page has
     * @return the request
     */
    public static PageRequest of(int number, int perPage) {
        return new PageRequest(number, perPage, false);
    }

    /**
     * Reads a page's number from an address; what is missing or no number means the first page.
     *
     * @param number text such as {@code "3"}, or null
     * @param perPage how many rows a page has
     * @return the request
     */
    public static PageRequest parse(String number, int perPage) {
        try {
            return of(Integer.parseInt(number == null ? "1" : number.strip()), perPage);
        } catch (NumberFormatException noNumber) {
            return of(1, perPage);
        }
    }

    /**
     * Allows a page that does not exist: it is empty then.
     *
     * @return the changed request
     */
    public PageRequest allowingEmpty() {
        return new PageRequest(number, perPage, true);
    }

    PageRequest at(int other) {
        return new PageRequest(other, perPage, emptyBeyondTheEnd);
    }

    /** Behind the last page that can be counted there is none, as behind the last one there is. */
    int offset() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, number - 1L) * perPage);
    }
}
