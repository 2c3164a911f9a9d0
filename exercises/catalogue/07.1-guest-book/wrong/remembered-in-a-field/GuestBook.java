package ch07_view;

import java.util.Map;
import ormlab.Database;

public class GuestBook {
    public record Answer(int status, String location, String text) {}

    private final Database db;
    private String lastName;
    private boolean lastKnown;

    public GuestBook(Database db) {
        this.db = db;
    }

    public Answer sign(String name, Map<String, Object> web) {
        boolean known = db.query(Guest.class).filterBy("name", name).exists();
        if (!known) {
            db.session().add(new Guest(name));
            db.session().commit();
        }
        lastName = name;
        lastKnown = known;
        return new Answer(303, "/book", "");
    }

    public Answer book(Map<String, Object> web) {
        if (lastName == null) {
            return new Answer(200, "", "Please sign.");
        }
        return new Answer(200, "", (lastKnown ? "Welcome back, " : "Welcome, ") + lastName + "!");
    }
}
