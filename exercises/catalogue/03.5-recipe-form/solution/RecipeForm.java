package ch03_sessions;

import ormlab.Database;

/**
 * The recipe is loaded, changed and committed in one session, so it is managed all the time. The
 * session notices a new title on its own; if the title is the same, it sends nothing.
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
