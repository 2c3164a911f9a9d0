package ch04_queries;

import java.util.ArrayList;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.query.Query;

/**
 * A list of conditions may be empty, one long, or complete, and all of them together are one
 * condition again. The compiler compares the type of each value with its attribute. A second order
 * only sorts what the first one left equal.
 */
public class PostSearch {
    public static Restriction<Post> condition(Wanted wanted) {
        List<Restriction<Post>> conditions = new ArrayList<>();
        if (wanted.author() != null) {
            conditions.add(Restriction.equal(Post_.author, wanted.author()));
        }
        if (wanted.word() != null) {
            conditions.add(Restriction.contains(Post_.body, wanted.word()));
        }
        if (wanted.from() != null) {
            conditions.add(Restriction.greaterThanOrEqual(Post_.timestamp, wanted.from()));
        }
        if (wanted.until() != null) {
            conditions.add(Restriction.lessThan(Post_.timestamp, wanted.until()));
        }
        if (wanted.muted() != null && !wanted.muted().isEmpty()) {
            conditions.add(Restriction.notIn(Post_.author, wanted.muted()));
        }
        return Restriction.all(conditions);
    }

    public static List<Post> search(Database db, Wanted wanted, Order<Post> order, Integer limit) {
        Query<Post> query = db.query(Post.class).filter(condition(wanted));
        if (order != null) {
            query = query.orderBy(order);
        }
        query = query.orderBy(Order.desc(Post_.timestamp));
        return limit == null ? query.all() : query.limit(limit).all();
    }
}
