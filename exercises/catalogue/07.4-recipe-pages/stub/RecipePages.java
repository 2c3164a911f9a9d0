package ch07_view;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** The pages of a cookbook. The entity is Recipe; Html.escape is in ormlab.picture. */
public class RecipePages {
    /** A status and a page in HTML. */
    public record Answer(int status, String html) {}

    private final Database db;

    public RecipePages(Database db) {
        this.db = db;
    }

    /**
     * GET /recipes/{id}: status 200 and {@code <h1>the title</h1>}; or status 404 and {@code
     * <h1>Not found</h1>}, also for an id that is no number. What people typed is escaped.
     */
    public Answer recipe(String id) {
        // TODO The id is what stands in the address: any text.
        throw new NotSolvedYet("the page of a recipe");
    }
}
