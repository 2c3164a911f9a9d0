package ch07_view;

import java.util.Map;
import ormlab.Database;

/**
 * The database has all guests; the web session has the guest at this browser. The query comes
 * before the add, because otherwise every guest would be known. The commit follows the add, because
 * the session is closed with the request. After the redirect, the browser can safely reload the
 * page.
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
