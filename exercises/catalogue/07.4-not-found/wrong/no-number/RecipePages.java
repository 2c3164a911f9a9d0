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
        return db.query(Recipe.class)
                .get(Integer.valueOf(id))
                .map(found -> new Answer(200, "<h1>" + Html.escape(found.getTitle()) + "</h1>"))
                .orElse(new Answer(404, "<h1>Not found</h1>"));
    }
}
