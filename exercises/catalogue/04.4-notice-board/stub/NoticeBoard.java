package ch04_queries;

import ormlab.grade.NotSolvedYet;
import ormlab.query.Page;
import ormlab.query.Query;

/**
 * The notice board of a house, page by page. The page number comes from an address, so it is text.
 */
public class NoticeBoard {
    // TODO Show five notices a page, the one pinned last first. Text that is not a number means
    // page 1; a number without a page is "not found".
    public static Page<Notice> page(Query<Notice> notices, String typed) {
        throw new NotSolvedYet("return the page " + typed);
    }

    // TODO Return a text such as: 6 to 10 of 23
    public static String caption(Page<Notice> page) {
        throw new NotSolvedYet("return the caption");
    }

    // TODO Return a text such as: 1 2 … 7 8 [9] 10 11 12 13 … 19 20
    public static String links(Page<Notice> page) {
        throw new NotSolvedYet("return the row of page numbers");
    }
}
