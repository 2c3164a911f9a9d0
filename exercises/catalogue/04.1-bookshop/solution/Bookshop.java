package ch04_queries;

import static ormlab.query.Filters.isNull;
import static ormlab.query.Filters.likeIgnoringCase;
import static ormlab.query.Filters.unequal;

import java.util.List;
import ormlab.query.Query;

/**
 * Every condition comes before all(), so the database reads only what is shown. "Not for this
 * customer" needs two conditions, because null is neither equal nor unequal to a name.
 */
public class Bookshop {
    public static List<UsedBook> titled(Query<UsedBook> books, String word) {
        return books.filter(likeIgnoringCase("title", "%" + word + "%")).orderBy("title").all();
    }

    public static List<UsedBook> cheapest(Query<UsedBook> books, String writer, int number) {
        return books.filterBy("writer.name", writer).orderBy("price", "title").limit(number).all();
    }

    public static List<UsedBook> notReservedFor(Query<UsedBook> books, String customer) {
        return books.filter(unequal("reservedFor", customer).or(isNull("reservedFor")))
                .orderBy("title")
                .all();
    }
}
