package ch04_queries;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.User;
import org.hibernate.query.Order;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/**
 * The type V ties the value to the attribute, so the compiler compares them at every call. A join
 * would repeat an author for each post, and the limit would count that, so the third query asks
 * whether there is such a post. It never changes, which makes HQL a good choice.
 */
public class PostArchive {
    public static <V> List<Post> find(Database db, SingularAttribute<Post, V> attribute, V value) {
        return db.query(Post.class)
                .filterBy(attribute, value)
                .orderBy(Order.desc(Post_.timestamp))
                .all();
    }

    public static Restriction<Post> byOthers(User user, String word) {
        return Restriction.contains(Post_.body, word).and(Restriction.unequal(Post_.author, user));
    }

    public static List<String> authors(Database db, String word, int most) {
        return db.session()
                .createSelectionQuery(
                        "select u.username from User u where exists"
                                + " (select 1 from u.posts p where position(:word in p.body) > 0)"
                                + " order by u.username",
                        String.class)
                .setParameter("word", word)
                .setMaxResults(most)
                .getResultList();
    }
}
