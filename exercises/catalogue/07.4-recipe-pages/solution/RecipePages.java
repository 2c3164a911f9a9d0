package ch07_view;

import ormlab.Database;
import ormlab.picture.Html;
import ormlab.query.NotFound;

/**
 * Why so: to a visitor an id that is no number and an id that nobody has are the same, a page that
 * is not there. Nine digits always fit into an Integer. The status says 404, because programs
 * (search engines, caches) read the status and not the words.
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
