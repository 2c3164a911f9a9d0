package ch03_sessions;

import ormlab.Database;

/**
 * Why so: the recipe is loaded, changed and committed in one session, so it is managed all the
 * time. The session sees the new title by itself; when it is the old one, there is nothing to send.
 */
public class RecipeForm {
    static void rename(Database db, int id, String title) {
        db.inTransaction(
                session -> {
                    session.find(Recipe.class, id).setTitle(title);
                    return null;
                });
    }
}
