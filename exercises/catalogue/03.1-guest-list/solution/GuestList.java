package ch03_sessions;

import java.util.List;
import ormlab.Database;

/**
 * The objects are kept in a list, because each gets its id when its row is sent. With one commit,
 * either all guests are stored or none.
 */
public class GuestList {
    static List<Integer> invite(Database db, List<String> names) {
        List<Guest> guests = names.stream().map(Guest::new).toList();
        db.session().addAll(guests);
        db.session().commit();
        return guests.stream().map(Guest::getId).toList();
    }
}
