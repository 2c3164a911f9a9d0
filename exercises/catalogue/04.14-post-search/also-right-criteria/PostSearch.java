package ch04_queries;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/** A condition of its own that is put together as criteria, and ormlab's query for the rest. */
public class PostSearch {
    public static Restriction<Post> condition(Wanted wanted) {
        return new Condition(wanted, false);
    }

    /** The criteria of a search, or their opposite. */
    private record Condition(Wanted wanted, boolean isNegated) implements Restriction<Post> {
        @Override
        public Restriction<Post> negated() {
            return new Condition(wanted, !isNegated);
        }

        @Override
        public Predicate toPredicate(Root<? extends Post> post, CriteriaBuilder cb) {
            List<Predicate> all = new ArrayList<>();
            if (wanted.author() != null) {
                all.add(cb.equal(post.get(Post_.author), wanted.author()));
            }
            if (wanted.word() != null) {
                all.add(cb.greaterThan(cb.locate(post.get(Post_.body), wanted.word()), 0));
            }
            if (wanted.from() != null) {
                all.add(cb.greaterThanOrEqualTo(post.get(Post_.timestamp), wanted.from()));
            }
            if (wanted.until() != null) {
                all.add(cb.lessThan(post.get(Post_.timestamp), wanted.until()));
            }
            if (wanted.muted() != null && !wanted.muted().isEmpty()) {
                all.add(cb.not(post.get(Post_.author).in(wanted.muted())));
            }
            Predicate together = cb.and(all.toArray(new Predicate[0]));
            return isNegated ? cb.not(together) : together;
        }
    }

    public static List<Post> search(Database db, Wanted wanted, Order<Post> order, Integer limit) {
        Order<Post> first = order == null ? Order.desc(Post_.timestamp) : order;
        return db
                .query(Post.class)
                .filter(condition(wanted))
                .orderBy(first)
                .orderBy("timestamp desc")
                .limit(limit == null ? Integer.MAX_VALUE : limit)
                .stream()
                .toList();
    }
}
