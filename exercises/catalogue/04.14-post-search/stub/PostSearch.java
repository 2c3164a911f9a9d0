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
    /** Returns one condition that keeps the posts with everything that is wanted. */
    public static Restriction<Post> condition(Wanted wanted) {
        // TODO Collect a condition for each field that isn't null, and combine them.
        throw new NotSolvedYet("combine the conditions");
    }

    /**
     * Finds the wanted posts with one SELECT, sorted in this order. If the order is null, or two
     * posts are equal in it, the newest comes first. Returns no more posts than the limit, which is
     * null if there is none.
     */
    public static List<Post> search(Database db, Wanted wanted, Order<Post> order, Integer limit) {
        // TODO
        throw new NotSolvedYet("search with the condition");
    }
}
