package ch07_view;

import java.util.Map;
import ormlab.Database;

/**
 * Each check returns before anything is stored, so an order that passes all checks is valid. A
 * missing token never matches. The pattern lists the allowed numbers in one line, and excludes
 * text, fractions, minus signs and numbers too long for an int.
 */
public class OrderForm {
    public record Answer(int status, String location, String message) {}

    private final Database db;

    public OrderForm(Database db) {
        this.db = db;
    }

    public Answer order(Map<String, String> form, Map<String, Object> web) {
        Object token = web.get("csrf");
        if (token == null || !token.equals(form.get("csrf"))) {
            return new Answer(403, "", "The form is too old. Load the page again.");
        }
        String bread = form.getOrDefault("bread", "").strip();
        if (bread.isEmpty() || bread.length() > 40) {
            return new Answer(200, "", "Please name the bread, with at most 40 characters.");
        }
        String number = form.getOrDefault("number", "").strip();
        if (!number.matches("[1-9]|1[0-9]|20")) {
            return new Answer(200, "", "Please order 1 to 20 loaves.");
        }
        db.session().add(new BreadOrder(bread, Integer.parseInt(number)));
        db.session().commit();
        return new Answer(303, "/thanks", "");
    }
}
