package ch03_sessions;

import ormlab.Database;

/** In the thread's session, which is closed after the commit. */
public class RecipeForm {
    static void rename(Database db, int id, String title) {
        Recipe recipe = db.query(Recipe.class).filterBy("id", id).one();
        recipe.setTitle(title);
        db.session().commit();
        db.closeSession();
    }
}
