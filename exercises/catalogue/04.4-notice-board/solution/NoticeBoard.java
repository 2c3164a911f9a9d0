package ch04_queries;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.query.Query;

/**
 * parse reads whatever a visitor typed, paginate loads the page and counts, and the page has its
 * numbers. The order is part of the query, so that page 2 continues where page 1 ends.
 */
public class NoticeBoard {
    public static Page<Notice> page(Query<Notice> notices, String typed) {
        return notices.orderBy("pinned desc").paginate(PageRequest.parse(typed, 5));
    }

    public static String caption(Page<Notice> page) {
        return page.first() + " to " + page.last() + " of " + page.total();
    }

    public static String links(Page<Notice> page) {
        return page.pageNumbers().stream()
                .map(number -> link(page, number))
                .collect(Collectors.joining(" "));
    }

    private static String link(Page<Notice> page, OptionalInt number) {
        if (number.isEmpty()) {
            return "…";
        }
        int shown = number.getAsInt();
        return shown == page.page() ? "[" + shown + "]" : String.valueOf(shown);
    }
}
