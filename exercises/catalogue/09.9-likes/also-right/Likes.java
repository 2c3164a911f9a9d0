package ch09_out_of_the_notebook;

import ormlab.Database;

/** Only statements: each sets exactly one column, and no object is involved. */
public class Likes {
    public static int like(Database db, Integer id) {
        db.session().execute("update liked_posts set likes = likes + 1 where id = ?", id);
        db.session().commit();
        Object likes =
                db.rows("select likes from liked_posts where id = ?", id).values().get(0).get(0);
        return ((Number) likes).intValue();
    }

    public static void edit(Database db, Integer id, String text) {
        db.session().execute("update liked_posts set body = ? where id = ?", text, id);
        db.session().commit();
    }

    public static boolean unlike(Database db, Integer id) {
        int changed =
                db.session()
                        .execute(
                                "update liked_posts set likes = likes - 1"
                                        + " where id = ? and likes >= 1",
                                id);
        db.session().commit();
        return changed > 0;
    }
}
