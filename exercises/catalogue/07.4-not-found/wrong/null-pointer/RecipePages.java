package ch07_view;

import ormlab.Database;
import ormlab.picture.Html;

public class RecipePages {
    public record Answer(int status, String html) {}

    private final Database db;

    public RecipePages(Database db) {
        this.db = db;
    }

    public Answer recipe(String id) {
        if (!id.matches("[0-9]{1,9}")) {
            return new Answer(404, "<h1>Not found</h1>");
        }
        Recipe recipe = db.session().find(Recipe.class, Integer.valueOf(id));
        return new Answer(200, "<h1>" + Html.escape(recipe.getTitle()) + "</h1>");
    }
}
