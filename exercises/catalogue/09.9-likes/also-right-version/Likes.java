package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import java.util.function.Function;
import ormlab.Database;
import ormlab.session.DbSession;

/** LikedPost has a version, and whatever comes too late runs again from its start. */
public class Likes {
    private static final int TRIES = 10;

    private static <R> R repeat(Database db, Function<DbSession, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return db.inTransaction(work);
            } catch (OptimisticLockException tooLate) {
                if (attempt == TRIES) {
                    throw tooLate;
                }
            }
        }
    }

    public static int like(Database db, Integer id) {
        return repeat(
                db,
                session -> {
                    LikedPost post = session.find(LikedPost.class, id);
                    post.setLikes(post.getLikes() + 1);
                    return post.getLikes();
                });
    }

    public static void edit(Database db, Integer id, String text) {
        repeat(
                db,
                session -> {
                    session.find(LikedPost.class, id).setBody(text);
                    return null;
                });
    }

    public static boolean unlike(Database db, Integer id) {
        return repeat(
                db,
                session -> {
                    LikedPost post = session.find(LikedPost.class, id);
                    boolean liked = post != null && post.getLikes() > 0;
                    if (liked) {
                        post.setLikes(post.getLikes() - 1);
                    }
                    return liked;
                });
    }
}
