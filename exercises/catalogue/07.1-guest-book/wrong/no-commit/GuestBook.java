package ch07_view;

import java.util.Map;
import ormlab.Database;

public class GuestBook {
    public record Answer(int status, String location, String text) {}

    private final Database db;

    public GuestBook(Database db) {
        this.db = db;
    }

    public Answer sign(String name, Map<String, Object> web) {
        boolean known = db.query(Guest.class).filterBy("name", name).exists();
        if (!known) {
            db.session().add(new Guest(name));
        }
        web.put("name", name);
        web.put("known", known);
        return new Answer(303, "/book", "");
    }

    public Answer book(Map<String, Object> web) {
        Object name = web.get("name");
        if (name == null) {
            return new Answer(200, "", "Please sign.");
        }
        boolean known = (boolean) web.get("known");
        return new Answer(200, "", (known ? "Welcome back, " : "Welcome, ") + name + "!");
    }
}
