package ch07_view;

import java.util.Map;
import ormlab.Database;

/** The same with parsing; text that is not a number counts as 0. */
public class OrderForm {
    public record Answer(int status, String location, String message) {}

    private final Database db;

    public OrderForm(Database db) {
        this.db = db;
    }

    public Answer order(Map<String, String> form, Map<String, Object> web) {
        String token = String.valueOf(form.get("csrf"));
        if (!(web.get("csrf") instanceof String own) || !own.equals(token)) {
            return new Answer(403, "", "Not our form.");
        }
        String bread = String.valueOf(form.getOrDefault("bread", "")).trim();
        int loaves = number(form.get("number"));
        if (bread.isBlank() || bread.length() > 40 || loaves < 1 || loaves > 20) {
            return new Answer(
                    200, "", "A bread's name has 1 to 40 characters, and an order 1 to 20 loaves.");
        }
        db.inTransaction(
                session -> {
                    session.add(new BreadOrder(bread, loaves));
                    return null;
                });
        return new Answer(303, "/thanks", "");
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.trim());
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
