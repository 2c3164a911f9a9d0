package ch07_view;

import ormlab.Database;
import ormlab.picture.Html;
import ormlab.query.NotFound;

/**
 * For a visitor, an id that is not a number and an id that no recipe has are the same: the page
 * does not exist. Nine digits always fit into an Integer. The status is 404, because search engines
 * and caches read the status, not the text.
 */
public class RecipePages {
    public record Answer(int status, String html) {}

    private final Database db;

    public RecipePages(Database db) {
        this.db = db;
    }

    public Answer recipe(String id) {
        if (!id.matches("[0-9]{1,9}")) {
            return NOT_FOUND;
        }
        try {
            Recipe recipe = db.query(Recipe.class).getOr404(Integer.valueOf(id));
            return new Answer(200, "<h1>" + Html.escape(recipe.getTitle()) + "</h1>");
        } catch (NotFound missing) {
            return NOT_FOUND;
        }
    }

    private static final Answer NOT_FOUND = new Answer(404, "<h1>Not found</h1>");
}
