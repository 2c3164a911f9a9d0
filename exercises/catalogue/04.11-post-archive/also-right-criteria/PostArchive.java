package ch04_queries;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.User;
import microblog.User_;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/** The criteria API, in which every path is checked. */
public class PostArchive {
    public static <V> List<Post> find(Database db, SingularAttribute<Post, V> attribute, V value) {
        CriteriaBuilder cb = db.session().getCriteriaBuilder();
        CriteriaQuery<Post> query = cb.createQuery(Post.class);
        Root<Post> post = query.from(Post.class);
        query.where(cb.equal(post.get(attribute), value));
        query.orderBy(cb.desc(post.get(Post_.timestamp)));
        return db.session().createSelectionQuery(query).getResultList();
    }

    public static Restriction<Post> byOthers(User user, String word) {
        return Restriction.unequal(Post_.author, user)
                .and(Restriction.contains(Post_.body, word, true));
    }

    public static List<String> authors(Database db, String word, int most) {
        CriteriaBuilder cb = db.session().getCriteriaBuilder();
        CriteriaQuery<String> query = cb.createQuery(String.class);
        Root<User> user = query.from(User.class);
        Subquery<Integer> posts = query.subquery(Integer.class);
        Root<Post> post = posts.from(Post.class);
        posts.select(post.get(Post_.id))
                .where(
                        cb.equal(post.get(Post_.author), user),
                        cb.greaterThan(cb.locate(post.get(Post_.body), word), 0));
        query.select(user.get(User_.username))
                .where(cb.exists(posts))
                .orderBy(cb.asc(user.get(User_.username)));
        return db.session().createSelectionQuery(query).setMaxResults(most).getResultList();
    }
}
