package ch04_queries;

import static ormlab.query.Aggregate.count;
import static ormlab.query.Aggregate.countDistinct;
import static ormlab.query.Filters.notNull;

import java.time.Instant;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.Role_;
import microblog.User;
import microblog.User_;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/**
 * The first query starts from users, because it must not lose those without posts. The others start
 * from posts: a time is a condition on a post, so it comes before the groups, and the least number
 * is one on a group. An author with many posts counts once for the role.
 */
public class PostCounts {
    public static List<AuthorCount> all(Database db) {
        return db.query(User.class)
                .groupBy(User_.username)
                .select(AuthorCount.class, count("posts"))
                .orderBy("posts", "username")
                .all();
    }

    public static List<AuthorCount> busiest(Database db, Instant since, long least) {
        return db.query(Post.class)
                .filter(Restriction.greaterThanOrEqual(Post_.timestamp, since))
                .groupBy(Post_.AUTHOR + "." + User_.USERNAME)
                .having(count().greaterThanOrEqual(least))
                .select(AuthorCount.class, count())
                .orderBy("posts desc", "username")
                .all();
    }

    public static List<RoleCount> roles(Database db) {
        String role = Post_.AUTHOR + "." + User_.ROLE;
        return db.query(Post.class)
                .filter(notNull(role))
                .groupBy(role + "." + Role_.NAME)
                .select(RoleCount.class, countDistinct(Post_.author))
                .orderBy("authors desc", "role")
                .all();
    }
}
