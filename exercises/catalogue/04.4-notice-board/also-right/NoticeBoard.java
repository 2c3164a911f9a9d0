package ch04_queries;

import java.util.OptionalInt;
import java.util.StringJoiner;
import ormlab.query.Page;
import ormlab.query.Query;

public class NoticeBoard {
    public static Page<Notice> page(Query<Notice> notices, String typed) {
        return notices.orderBy("pinned desc").paginate(number(typed), 5);
    }

    private static int number(String typed) {
        try {
            return typed == null ? 1 : Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    public static String caption(Page<Notice> page) {
        return page.first() + " to " + page.last() + " of " + page.total();
    }

    public static String links(Page<Notice> page) {
        StringJoiner links = new StringJoiner(" ");
        for (OptionalInt number : page.pageNumbers()) {
            links.add(link(page, number));
        }
        return links.toString();
    }

    private static String link(Page<Notice> page, OptionalInt number) {
        if (number.isEmpty()) {
            return "…";
        }
        int shown = number.getAsInt();
        return shown == page.page() ? "[" + shown + "]" : String.valueOf(shown);
    }
}
