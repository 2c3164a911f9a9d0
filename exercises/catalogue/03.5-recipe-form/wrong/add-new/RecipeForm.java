package ch03_sessions;

import ormlab.Database;

public class RecipeForm {
    static void rename(Database db, int id, String title) {
        db.inTransaction(
                session -> {
                    session.delete(session.find(Recipe.class, id));
                    session.flush();
                    session.add(new Recipe(id, title));
                    return null;
                });
    }
}
