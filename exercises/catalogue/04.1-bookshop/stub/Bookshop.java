package ch04_queries;

import java.util.List;
import ormlab.grade.NotSolvedYet;
import ormlab.query.Query;

/** A second-hand bookshop asks its shelves. The query given to each method matches every book. */
public class Bookshop {
    // TODO Narrow, sort and cut the query: one SELECT each, which reads only the books it gives.

    /** Gives the books with this word in the title, in small or capital letters, by title. */
    public static List<UsedBook> titled(Query<UsedBook> books, String word) {
        throw new NotSolvedYet("find the books with " + word);
    }

    /** Gives the writer's cheapest books, the cheapest first; equal prices go by title. */
    public static List<UsedBook> cheapest(Query<UsedBook> books, String writer, int number) {
        throw new NotSolvedYet("find the cheapest books of " + writer);
    }

    /** Gives all books but those reserved for this customer, by title. Most are for nobody. */
    public static List<UsedBook> notReservedFor(Query<UsedBook> books, String customer) {
        throw new NotSolvedYet("find the books that " + customer + " did not reserve");
    }
}
