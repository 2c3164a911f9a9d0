package ch03_sessions;

import java.util.List;
import ormlab.Database;

public class GuestList {
    static List<Integer> invite(Database db, List<String> names) {
        List<Guest> guests = names.stream().map(Guest::new).toList();
        db.session().addAll(guests);
        db.session().commit();
        return guests.stream()
                .map(Guest::getId)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
