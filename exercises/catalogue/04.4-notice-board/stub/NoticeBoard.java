package ch04_queries;

import ormlab.grade.NotSolvedYet;
import ormlab.query.Page;
import ormlab.query.Query;

/** The notice board of a house, as pages. The page's number comes from an address: it is text. */
public class NoticeBoard {
    // TODO Five notices a page, the one pinned last first. What is no number means page 1; a number
    // without a page is "not found".
    public static Page<Notice> page(Query<Notice> notices, String typed) {
        throw new NotSolvedYet("give the page " + typed);
    }

    // TODO Such as: 6 to 10 of 23
    public static String caption(Page<Notice> page) {
        throw new NotSolvedYet("say which notices these are");
    }

    // TODO Such as: 1 2 … 7 8 [9] 10 11 12 13 … 19 20
    public static String links(Page<Notice> page) {
        throw new NotSolvedYet("give the row of numbers");
    }
}
