package ch04_queries;

import static ormlab.query.Aggregate.count;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.Role;
import microblog.Role_;
import microblog.User;
import microblog.User_;
import ormlab.Database;

/** The criteria API where a group has conditions, and db.query on users for the rest. */
public class PostCounts {
    public static List<AuthorCount> all(Database db) {
        return db
                .query(User.class)
                .groupBy(User_.id, User_.username)
                .select(Numbered.class, count("posts"))
                .orderBy("posts", "username")
                .stream()
                .map(row -> new AuthorCount(row.username(), row.posts()))
                .toList();
    }

    /** A row of the first query, which groups by the key as well. */
    public record Numbered(Integer id, String username, long posts) {}

    public static List<AuthorCount> busiest(Database db, Instant since, long least) {
        CriteriaBuilder cb = db.session().getCriteriaBuilder();
        CriteriaQuery<AuthorCount> query = cb.createQuery(AuthorCount.class);
        Root<Post> post = query.from(Post.class);
        Expression<String> username = post.join(Post_.author).get(User_.username);
        Expression<Long> posts = cb.count(post);
        query.select(cb.construct(AuthorCount.class, username, posts))
                .where(cb.greaterThanOrEqualTo(post.get(Post_.timestamp), since))
                .groupBy(username)
                .having(cb.ge(posts, least))
                .orderBy(cb.desc(posts), cb.asc(username));
        return db.session().createSelectionQuery(query).getResultList();
    }

    public static List<RoleCount> roles(Database db) {
        CriteriaBuilder cb = db.session().getCriteriaBuilder();
        CriteriaQuery<RoleCount> query = cb.createQuery(RoleCount.class);
        Root<Post> post = query.from(Post.class);
        Join<Post, User> author = post.join(Post_.author);
        Join<User, Role> role = author.join(User_.role);
        query.select(cb.construct(RoleCount.class, role.get(Role_.name), cb.countDistinct(author)))
                .groupBy(role.get(Role_.name))
                .orderBy(cb.desc(cb.countDistinct(author)), cb.asc(role.get(Role_.name)));
        return db.session().createSelectionQuery(query).getResultList();
    }
}
