package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class GuestList {
    static List<Integer> invite(Database db, List<String> names) {
        List<Guest> guests = names.stream().map(Guest::new).toList();
        db.session().addAll(guests);
        List<Integer> ids = new java.util.ArrayList<>();
        guests.forEach(guest -> ids.add(guest.getId()));
        db.session().commit();
        return ids;
    }
}
