package ch07_view;

import java.util.Map;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Takes orders for a bakery. The entity is BreadOrder. */
public class OrderForm {
    /** The response: a redirect has a location; a page has a message, which may be empty. */
    public record Answer(int status, String location, String message) {}

    private final Database db;

    public OrderForm(Database db) {
        this.db = db;
    }

    /**
     * POST: stores an order and redirects (303) to /thanks. If "csrf" differs from that of the web
     * session, the status is 403. If "bread" is missing or has more than 40 characters, or "number"
     * is not from 1 to 20, the response is the page (200) with a message. In both cases nothing is
     * stored. Surrounding spaces are ignored.
     */
    public Answer order(Map<String, String> form, Map<String, Object> web) {
        // TODO Check everything in the form.
        throw new NotSolvedYet("write the response to an order");
    }
}
