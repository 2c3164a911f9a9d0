package ch07_view;

import java.util.Map;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Takes the orders of a bakery. The entity is BreadOrder. */
public class OrderForm {
    /** A redirect has a location; a page has a message, empty when there is nothing to say. */
    public record Answer(int status, String location, String message) {}

    private final Database db;

    public OrderForm(Database db) {
        this.db = db;
    }

    /**
     * POST: stores an order and redirects (303) to /thanks. A form whose "csrf" is not that of the
     * web session: 403. No "bread", more than 40 characters, or a "number" that is not 1 to 20: the
     * page again (200) with a message. In both cases nothing is stored. Blanks around do not count.
     */
    public Answer order(Map<String, String> form, Map<String, Object> web) {
        // TODO Believe nothing that is in the form.
        throw new NotSolvedYet("the answer to an order");
    }
}
