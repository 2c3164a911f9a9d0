package ch07_view;

import java.util.Optional;
import ormlab.Database;
import ormlab.picture.Html;

/** The same as one chain of Optionals. */
public class RecipePages {
    public record Answer(int status, String html) {}

    private final Database db;

    public RecipePages(Database db) {
        this.db = db;
    }

    public Answer recipe(String id) {
        return number(id)
                .flatMap(number -> db.query(Recipe.class).get(number))
                .map(found -> new Answer(200, "<h1>" + Html.escape(found.getTitle()) + "</h1>"))
                .orElseGet(() -> new Answer(404, "<h1>Not found</h1>"));
    }

    private static Optional<Integer> number(String id) {
        try {
            return Optional.of(Integer.valueOf(id));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
