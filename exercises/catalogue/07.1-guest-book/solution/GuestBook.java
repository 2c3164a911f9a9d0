package ch07_view;

import java.util.Map;
import ormlab.Database;

/**
 * Why so: the database remembers everybody, the web session remembers who sits in front of this
 * browser. The look-up comes before the adding, or everybody would be known. The commit stands
 * where something was added: the session is closed with the request, and takes along what was not
 * committed. The redirect leaves a page behind that may be loaded again.
 */
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
            db.session().commit();
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
