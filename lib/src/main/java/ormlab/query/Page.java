package ormlab.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Is one page of a query's rows, with what a web page needs to lead to the others.
 *
 * @param <T> the model
 */
public final class Page<T> implements Iterable<T> {
    /** How many page numbers stand at each edge and around the current one. */
    private static final int EDGE = 2;

    private static final int BEFORE = 2;
    private static final int AFTER = 4;

    private final Query<T> query;
    private final PageRequest request;
    private final List<T> items;
    private final long total;

    private Page(Query<T> query, PageRequest request, List<T> items, long total) {
        this.query = query;
        this.request = request;
        this.items = List.copyOf(items);
        this.total = total;
    }

    static <T> Page<T> load(Query<T> query, PageRequest request) {
        boolean before = request.number() < 1;
        if (before && !request.emptyBeyondTheEnd()) {
            throw new NotFound(
                    "There is no page " + request.number() + ": pages are counted from 1.");
        }
        List<T> items =
                before ? List.of() : query.limit(request.perPage()).offset(request.offset()).all();
        if (items.isEmpty() && request.number() > 1 && !request.emptyBeyondTheEnd()) {
            throw new NotFound("There is no page " + request.number() + ".");
        }
        return new Page<>(query, request, items, query.count());
    }

    /**
     * Gives the objects of this page.
     *
     * @return the objects, in order
     */
    public List<T> items() {
        return items;
    }

    /**
     * Gives this page's number.
     *
     * @return the number, from 1
     */
    public int page() {
        return request.number();
    }

    /**
     * Gives how many rows a page has.
     *
     * @return rows for each page
     */
    public int perPage() {
        return request.perPage();
    }

    /**
     * Gives how many rows there are on all pages together.
     *
     * @return the number of rows
     */
    public long total() {
        return total;
    }

    /**
     * Gives how many pages there are.
     *
     * @return the number of pages; 0 when there is no row
     */
    public int pages() {
        return Math.toIntExact((total + perPage() - 1) / perPage());
    }

    /**
     * Tells whether a page follows.
     *
     * @return true when there is a next page
     */
    public boolean hasNext() {
        return page() < pages();
    }

    /**
     * Tells whether a page goes before.
     *
     * @return true when there is a previous page
     */
    public boolean hasPrev() {
        return page() > 1;
    }

    /**
     * Gives the number of the next page.
     *
     * @return the number, or empty on the last page
     */
    public OptionalInt nextNum() {
        return hasNext() ? OptionalInt.of(page() + 1) : OptionalInt.empty();
    }

    /**
     * Gives the number of the previous page.
     *
     * @return the number, or empty on the first page
     */
    public OptionalInt prevNum() {
        return hasPrev() ? OptionalInt.of(page() - 1) : OptionalInt.empty();
    }

    /**
     * Loads the next page.
     *
     * @return the page
     * @throws NotFound behind the last page
     */
    public Page<T> next() {
        return query.paginate(request.at(page() + 1));
    }

    /**
     * Loads the previous page.
     *
     * @return the page
     * @throws NotFound before the first page
     */
    public Page<T> prev() {
        return query.paginate(request.at(page() - 1));
    }

    /**
     * Gives the place of this page's first row among all rows.
     *
     * @return the place, from 1; 0 on an empty page
     */
    public long first() {
        return items.isEmpty() ? 0 : request.offset() + 1L;
    }

    /**
     * Gives the place of this page's last row among all rows.
     *
     * @return the place; 0 on an empty page
     */
    public long last() {
        return items.isEmpty() ? 0 : request.offset() + (long) items.size();
    }

    /**
     * Gives the page numbers for a row of links: the edges, the current page with its neighbours,
     * and gaps.
     *
     * @return numbers in order; empty for a gap
     */
    public List<OptionalInt> pageNumbers() {
        List<OptionalInt> numbers = new ArrayList<>();
        int shown = 0;
        for (int number = 1; number <= pages(); number++) {
            boolean edge = number <= EDGE || number > pages() - EDGE;
            boolean near = number >= page() - BEFORE && number <= page() + AFTER;
            if (edge || near) {
                if (number > shown + 1) {
                    numbers.add(OptionalInt.empty());
                }
                numbers.add(OptionalInt.of(number));
                shown = number;
            }
        }
        return numbers;
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    /** Says which page this is. */
    @Override
    public String toString() {
        return "<Page %s of %s, %s of %s rows>".formatted(page(), pages(), items.size(), total);
    }
}
