package ch04_queries;

import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.User;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;
import ormlab.Database;

/** Adds each condition with and, and lets Hibernate's own specification do the query. */
public class PostSearch {
    public static Restriction<Post> condition(Wanted wanted) {
        Restriction<Post> all = Restriction.unrestricted();
        if (wanted.author() != null) {
            all = all.and(Restriction.equal(Post_.author, wanted.author()));
        }
        if (wanted.word() != null) {
            all = all.and(Restriction.contains(Post_.body, wanted.word(), true));
        }
        if (wanted.from() != null) {
            all = all.and(Restriction.lessThan(Post_.timestamp, wanted.from()).negated());
        }
        if (wanted.until() != null) {
            all =
                    all.and(
                            Restriction.greaterThanOrEqual(Post_.timestamp, wanted.until())
                                    .negated());
        }
        List<User> muted = wanted.muted() == null ? List.of() : wanted.muted();
        for (User user : muted) {
            all = all.and(Restriction.unequal(Post_.author, user));
        }
        return all;
    }

    public static List<Post> search(Database db, Wanted wanted, Order<Post> order, Integer limit) {
        Order<Post> newest = Order.desc(Post_.timestamp);
        return SelectionSpecification.create(Post.class)
                .restrict(condition(wanted))
                .resort(order == null ? List.of(newest) : List.of(order, newest))
                .createQuery(db.session())
                .setMaxResults(limit == null ? Integer.MAX_VALUE : limit)
                .getResultList();
    }
}
