package microblog.web;

import microblog.model.Follow;
import microblog.model.Follow_;
import microblog.model.Post;
import microblog.model.User;
import microblog.model.User_;

import org.hibernate.exception.ConstraintViolationException;

import ormlab.Database;
import ormlab.query.Page;
import ormlab.query.Query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The views that show users, and follow and unfollow them. */
final class People {
    private final Database db;

    People(Database db) {
        this.db = db;
    }

    private User inPath(Visit visit) {
        return db.query(User.class).filterBy(User_.username, visit.inPath("username")).firstOr404();
    }

    private Query<Follow> follows(User follower, User followed) {
        return db.query(Follow.class)
                .filterBy(Follow_.follower, follower)
                .filterBy(Follow_.followed, followed);
    }

    void profile(Visit visit) {
        User user = inPath(visit);
        Page<Post> posts = Posts.newestFirst(user.getPosts().query(), visit);
        Optional<User> me = visit.user();
        visit.show(
                "user",
                Map.of(
                        "user",
                        user,
                        "posts",
                        posts,
                        "followers",
                        db.query(Follow.class).filterBy(Follow_.followed, user).count(),
                        "following",
                        db.query(Follow.class).filterBy(Follow_.follower, user).count(),
                        "mayFollow",
                        me.isPresent() && !me.get().equals(user),
                        "followed",
                        me.isPresent() && follows(me.get(), user).exists()));
    }

    void follow(Visit visit) {
        User user = inPath(visit);
        Optional<User> me = visit.user();
        if (me.isPresent() && !me.get().equals(user) && !follows(me.get(), user).exists()) {
            try {
                db.session().add(new Follow(me.get(), user));
                db.session().commit();
            } catch (ConstraintViolationException clickedTwice) {
                db.session().rollback();
            }
        }
        backTo(user, me, visit);
    }

    void unfollow(Visit visit) {
        User user = inPath(visit);
        Optional<User> me = visit.user();
        if (me.isPresent()) {
            follows(me.get(), user).delete();
            db.session().commit();
        }
        backTo(user, me, visit);
    }

    private static void backTo(User user, Optional<User> me, Visit visit) {
        String name = URLEncoder.encode(user.getUsername(), StandardCharsets.UTF_8);
        visit.seeOther(me.isPresent() ? "/user/" + name : "/login");
    }
}
