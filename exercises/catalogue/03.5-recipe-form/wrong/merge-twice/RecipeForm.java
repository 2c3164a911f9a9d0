package ch03_sessions;

import ormlab.Database;

public class RecipeForm {
    static void rename(Database db, int id, String title) {
        Recipe recipe = db.query(Recipe.class).filterBy("id", id).one();
        db.closeSession();
        recipe.setTitle(title);
        db.session().merge(recipe);
        db.session().commit();
    }
}
