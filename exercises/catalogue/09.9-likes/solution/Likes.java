package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.session.DbSession;

/**
 * A number that Java computed may be out of date when it is written, so the database computes. The
 * second cause was the edit: Hibernate's UPDATE sets every column, and so wrote back an old number.
 * LikedPost now has a DynamicUpdate, which sets only what has changed.
 */
public class Likes {
    public static int like(Database db, Integer id) {
        return db.inTransaction(
                session -> {
                    update(session, "set likes = likes + 1 where id = :id", id);
                    return session.find(LikedPost.class, id).getLikes();
                });
    }

    private static int update(DbSession session, String change, Integer id) {
        return session.createMutationQuery("update LikedPost " + change)
                .setParameter("id", id)
                .executeUpdate();
    }

    public static void edit(Database db, Integer id, String text) {
        db.inTransaction(
                session -> {
                    session.find(LikedPost.class, id).setBody(text);
                });
    }

    public static boolean unlike(Database db, Integer id) {
        return db.inTransaction(
                session ->
                        update(session, "set likes = likes - 1 where id = :id and likes > 0", id)
                                == 1);
    }
}
