package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;

/**
 * The same in a separate session: the flush sets the ids, and the end of the transaction commits.
 */
public class GuestList {
    static List<Integer> invite(Database db, List<String> names) {
        return db.inTransaction(
                session -> {
                    List<Integer> ids = new ArrayList<>();
                    for (String name : names) {
                        Guest guest = new Guest(name);
                        session.add(guest);
                        session.flush();
                        ids.add(guest.getId());
                    }
                    return ids;
                });
    }
}
