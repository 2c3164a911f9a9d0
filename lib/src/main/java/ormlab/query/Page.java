package ormlab.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a query's rows, with everything a web page needs to link to the others.
 *
 * @param <T> what a row becomes
 */
public final class Page<T> implements Iterable<T> {
    private final ResultQuery<T> query;
    private final PageRequest request;
    private final List<T> items;
    private final long total;

    private Page(ResultQuery<T> query, PageRequest request, List<T> items, long total) {
        this.query = query;
        this.request = request;
        this.items = Collections.unmodifiableList(new ArrayList<>(items)); // may contain nulls
        this.total = total;
    }

    static <T> Page<T> load(ResultQuery<T> query, PageRequest request) {
        boolean before = request.number() < 1;
        if (before && !request.emptyIfMissing()) {
            throw new NotFound(
                    "There is no page " + request.number() + ": pages are counted from 1.");
        }
        List<T> items =
                before ? List.of() : query.limit(request.perPage()).offset(request.offset()).all();
        if (items.isEmpty() && request.number() > 1 && !request.emptyIfMissing()) {
            throw new NotFound("There is no page " + request.number() + ".");
        }
        return new Page<>(query, request, items, query.count());
    }

    /** Returns the objects of this page, in order. */
    public List<T> items() {
        return items;
    }

    /** Returns this page's number, from 1. */
    public int page() {
        return request.number();
    }

    /** Returns how many rows a page has. */
    public int perPage() {
        return request.perPage();
    }

    /** Returns the number of rows on all pages together. */
    public long total() {
        return total;
    }

    /** Returns the number of pages; 0 if there are no rows. */
    public int pages() {
        return Math.toIntExact((total + perPage() - 1) / perPage());
    }

    /** Returns whether there is a next page. */
    public boolean hasNext() {
        return page() < pages();
    }

    /** Returns whether there is a previous page. */
    public boolean hasPrev() {
        return page() > 1;
    }

    /** Returns the number of the next page; empty on the last page. */
    public OptionalInt nextNum() {
        return hasNext() ? OptionalInt.of(page() + 1) : OptionalInt.empty();
    }

    /** Returns the number of the previous page; empty on the first page. */
    public OptionalInt prevNum() {
        return hasPrev() ? OptionalInt.of(page() - 1) : OptionalInt.empty();
    }

    /**
     * Loads the next page.
     *
     * @throws NotFound after the last page
     */
    public Page<T> next() {
        return query.paginate(request.at(page() + 1));
    }

    /**
     * Loads the previous page.
     *
     * @throws NotFound before the first page
     */
    public Page<T> prev() {
        return query.paginate(request.at(page() - 1));
    }

    /** Returns the position of this page's first row among all rows, from 1; 0 on an empty page. */
    public long first() {
        return items.isEmpty() ? 0 : request.offset() + 1L;
    }

    /** Returns the position of this page's last row among all rows; 0 on an empty page. */
    public long last() {
        return items.isEmpty() ? 0 : request.offset() + (long) items.size();
    }

    /**
     * Returns {@link #pageNumbers(int, int, int, int)} with 2 pages at each edge, and 2 before and
     * 4 after the current page.
     */
    public List<OptionalInt> pageNumbers() {
        return pageNumbers(2, 2, 4, 2);
    }

    /**
     * Returns the page numbers to show as links: the edges and the current page with its
     * neighbours, with an empty value for each gap. Each argument is 0 or more.
     *
     * @param leftEdge how many of the first pages are shown
     * @param leftCurrent how many pages before the current one
     * @param rightCurrent how many pages after the current one
     * @param rightEdge how many of the last pages are shown
     */
    public List<OptionalInt> pageNumbers(
            int leftEdge, int leftCurrent, int rightCurrent, int rightEdge) {
        List<OptionalInt> numbers = new ArrayList<>();
        int shown = 0;
        for (int number = 1; number <= pages(); number++) {
            boolean edge = number <= leftEdge || number > pages() - rightEdge;
            boolean near = number >= page() - leftCurrent && number <= page() + rightCurrent;
            if (edge || near) {
                if (number > shown + 1) {
                    numbers.add(OptionalInt.empty());
                }
                numbers.add(OptionalInt.of(number));
                shown = number;
            }
        }
        if (shown < pages()) {
            numbers.add(OptionalInt.empty());
        }
        return numbers;
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    @Override
    public String toString() {
        return "<Page %s of %s, %s of %s rows>".formatted(page(), pages(), items.size(), total);
    }
}
