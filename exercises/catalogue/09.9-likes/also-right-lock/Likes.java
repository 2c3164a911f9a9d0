package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import java.util.function.Function;
import ormlab.Database;

/** Each method locks the post when it reads it, so nobody else can change any of its columns. */
public class Likes {
    private static <R> R locked(Database db, Integer id, Function<LikedPost, R> change) {
        return db.inTransaction(
                session ->
                        change.apply(
                                session.find(LikedPost.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    public static int like(Database db, Integer id) {
        return locked(
                db,
                id,
                post -> {
                    post.setLikes(post.getLikes() + 1);
                    return post.getLikes();
                });
    }

    public static void edit(Database db, Integer id, String text) {
        locked(
                db,
                id,
                post -> {
                    post.setBody(text);
                    return post;
                });
    }

    public static boolean unlike(Database db, Integer id) {
        return locked(
                db,
                id,
                post -> {
                    if (post == null || post.getLikes() == 0) {
                        return false;
                    }
                    post.setLikes(post.getLikes() - 1);
                    return true;
                });
    }
}
