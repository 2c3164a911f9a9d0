package ch03_sessions;

import ormlab.Database;

public class RecipeForm {
    static void rename(Database db, int id, String title) {
        db.inTransaction(
                session -> session.query(Recipe.class).filterBy("id", id).update("title", title));
    }
}
