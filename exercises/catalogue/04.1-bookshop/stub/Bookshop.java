package ch04_queries;

import java.util.List;
import ormlab.grade.NotSolvedYet;
import ormlab.query.Query;

/** Searches in a second-hand bookshop. The query that each method gets matches every book. */
public class Bookshop {
    // TODO Filter, sort and limit the query: one SELECT each, which reads only the books that it
    // returns.

    /** Returns the books whose title contains this word, in upper or lower case, by title. */
    public static List<UsedBook> titled(Query<UsedBook> books, String word) {
        throw new NotSolvedYet("find the books with " + word);
    }

    /**
     * Returns the writer's cheapest books, the cheapest first; equal prices are sorted by title.
     */
    public static List<UsedBook> cheapest(Query<UsedBook> books, String writer, int number) {
        throw new NotSolvedYet("find the cheapest books of " + writer);
    }

    /**
     * Returns all books except those reserved for this customer, by title. Most books have no
     * reservation.
     */
    public static List<UsedBook> notReservedFor(Query<UsedBook> books, String customer) {
        throw new NotSolvedYet("find the books that are not reserved for " + customer);
    }
}
