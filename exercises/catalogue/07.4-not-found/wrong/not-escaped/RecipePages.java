package ch07_view;

import ormlab.Database;

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
        return db.query(Recipe.class)
                .get(Integer.valueOf(id))
                .map(found -> new Answer(200, "<h1>" + found.getTitle() + "</h1>"))
                .orElse(new Answer(404, "<h1>Not found</h1>"));
    }
}
