package microblog.web;

import static ormlab.query.Filters.in;

import microblog.model.Post;
import microblog.model.Post_;
import microblog.model.User;
import microblog.model.User_;

import org.hibernate.query.Order;

import ormlab.Database;
import ormlab.query.Page;
import ormlab.query.Query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that show posts and accept new ones. */
final class Posts {
    private final Database db;

    Posts(Database db) {
        this.db = db;
    }

    /** Shows the visitor's own posts and those of users they follow. */
    void timeline(Visit visit) {
        Optional<User> me = visit.user();
        if (me.isEmpty()) {
            visit.seeOther("/login");
            return;
        }
        visit.show("index", Map.of("posts", timeline(me.get(), visit)));
    }

    private Page<Post> timeline(User me, Visit visit) {
        List<Integer> authors =
                new ArrayList<>(
                        db.session()
                                .createSelectionQuery(
                                        "select f.followed.id from Follow f where f.follower = :me",
                                        Integer.class)
                                .setParameter("me", me)
                                .getResultList());
        authors.add(me.getId());
        return newestFirst(db.query(Post.class).filter(in(Post_.AUTHOR + "." + User_.ID, authors)), visit);
    }

    /** Uses the metamodel that Hibernate generates, so that the compiler checks each attribute. */
    static Page<Post> newestFirst(Query<Post> posts, Visit visit) {
        return posts.fetch(Post_.author)
                .orderBy(Order.desc(Post_.timestamp))
                .orderBy(Order.desc(Post_.id))
                .paginate(visit.page());
    }

    void explore(Visit visit) {
        visit.show("explore", Map.of("posts", newestFirst(db.query(Post.class), visit)));
    }

    void write(Visit visit) {
        Optional<User> me = visit.user();
        if (me.isEmpty()) {
            visit.seeOther("/login");
            return;
        }
        String body = visit.field("body");
        if (body.isEmpty() || body.length() > Post.LONGEST_BODY) {
            visit.refuse(
                    "index",
                    "A post has 1 to "
                            + Post.LONGEST_BODY
                            + " characters; this one has "
                            + body.length()
                            + ".",
                    Map.of("posts", timeline(me.get(), visit)));
            return;
        }
        db.session().add(new Post(body, me.get()));
        db.session().commit();
        visit.seeOther("/");
    }
}
