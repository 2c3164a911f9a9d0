package ch04_queries;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.User;
import microblog.User_;
import org.hibernate.query.Order;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/** Negates the condition on the author, and puts the other condition on the list of posts. */
public class PostArchive {
    public static <V> List<Post> find(Database db, SingularAttribute<Post, V> attribute, V value) {
        return db.query(Post.class)
                .filter(Restriction.equal(attribute, value))
                .orderBy(Order.desc(Post_.timestamp))
                .all();
    }

    public static Restriction<Post> byOthers(User user, String word) {
        return Restriction.all(
                Restriction.equal(Post_.author, user).negated(),
                Restriction.contains(Post_.body, word));
    }

    public static List<String> authors(Database db, String word, int most) {
        Restriction<Object> containing =
                Restriction.restrict(Object.class, Post_.BODY, Range.containing(word));
        return db.query(User.class)
                .join("posts", containing)
                .orderBy(User_.username)
                .select(User_.username)
                .limit(most)
                .all();
    }
}
