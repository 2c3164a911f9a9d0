package ch04_queries;

import java.util.List;
import microblog.Post;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * The search form of the microblog. Wanted, next to this file, is what a user has filled in. All of
 * its fields are optional: one that is null is not a condition. Take the attributes from Post_, so
 * that the compiler checks their names and the types of their values.
 */
public class PostSearch {
    /** Returns the condition that a post meets everything that is wanted. */
    public static Restriction<Post> condition(Wanted wanted) {
        // TODO Collect a condition for each field that isn't null, and combine them.
        throw new NotSolvedYet("combine the conditions");
    }

    /**
     * Finds the posts that are wanted, with one SELECT. They are in this order, and the newest
     * comes first where the order is null or two posts are equal in it. With a limit (null for
     * none), there are at most that many.
     */
    public static List<Post> search(Database db, Wanted wanted, Order<Post> order, Integer limit) {
        // TODO
        throw new NotSolvedYet("search with the condition");
    }
}
