package ch07_view;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** The pages of a cookbook. The entity is Recipe; Html.escape is in ormlab.picture. */
public class RecipePages {
    /** The response: a status and a page in HTML. */
    public record Answer(int status, String html) {}

    private final Database db;

    public RecipePages(Database db) {
        this.db = db;
    }

    /**
     * GET /recipes/{id}: status 200 and {@code <h1>the title</h1>}, or status 404 and {@code
     * <h1>Not found</h1>}, even if the id is not a number. Text that people typed is escaped.
     */
    public Answer recipe(String id) {
        // TODO The id comes from the address, so it may be any text.
        throw new NotSolvedYet("write the page of a recipe");
    }
}
