package ch03_sessions;

import ormlab.Database;

/** In the thread's own session, which is closed behind the commit and not before. */
public class RecipeForm {
    static void rename(Database db, int id, String title) {
        Recipe recipe = db.query(Recipe.class).filterBy("id", id).one();
        recipe.setTitle(title);
        db.session().commit();
        db.closeSession();
    }
}
