package ch07_view;

import java.util.Map;
import ormlab.Database;

/** The same with inTransaction, which commits at its end. */
public class GuestBook {
    public record Answer(int status, String location, String text) {}

    private final Database db;

    public GuestBook(Database db) {
        this.db = db;
    }

    public Answer sign(String name, Map<String, Object> web) {
        boolean known =
                db.inTransaction(
                        session -> {
                            if (session.query(Guest.class)
                                    .filterBy("name", name)
                                    .first()
                                    .isPresent()) {
                                return true;
                            }
                            session.add(new Guest(name));
                            return false;
                        });
        web.putAll(Map.of("name", name, "known", known));
        return new Answer(303, "/book", "");
    }

    public Answer book(Map<String, Object> web) {
        if (!web.containsKey("name")) {
            return new Answer(200, "", "Please sign.");
        }
        String back = Boolean.TRUE.equals(web.get("known")) ? " back" : "";
        return new Answer(200, "", "Welcome" + back + ", " + web.get("name") + "!");
    }
}
