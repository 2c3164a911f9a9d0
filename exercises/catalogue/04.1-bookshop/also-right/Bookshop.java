package ch04_queries;

import static ormlab.query.Filters.equal;
import static ormlab.query.Filters.isNull;
import static ormlab.query.Filters.likeIgnoringCase;

import java.util.List;
import ormlab.query.Query;

public class Bookshop {
    public static List<UsedBook> titled(Query<UsedBook> books, String word) {
        return books.orderBy("title").filter(likeIgnoringCase("title", "%" + word + "%")).stream()
                .toList();
    }

    public static List<UsedBook> cheapest(Query<UsedBook> books, String writer, int number) {
        return books.limit(number)
                .orderBy("price")
                .orderBy("title asc")
                .filterBy("writer.name", writer)
                .all();
    }

    public static List<UsedBook> notReservedFor(Query<UsedBook> books, String customer) {
        return books.filter(isNull("reservedFor").or(equal("reservedFor", customer).negated()))
                .orderBy("title")
                .all();
    }
}
