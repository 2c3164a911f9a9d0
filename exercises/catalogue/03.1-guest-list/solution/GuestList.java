package ch03_sessions;

import java.util.List;
import ormlab.Database;

/**
 * Why so: the objects are made first and kept, because each of them learns its id when its row is
 * sent. One commit for all sends them together, and makes all of them stay or none.
 */
public class GuestList {
    static List<Integer> invite(Database db, List<String> names) {
        List<Guest> guests = names.stream().map(Guest::new).toList();
        db.session().addAll(guests);
        db.session().commit();
        return guests.stream().map(Guest::getId).toList();
    }
}
