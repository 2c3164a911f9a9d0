package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ormlab.session.DbSession;

/** With two queries, with HQL, and with a check before storing. */
public class GuestHouse {
    public static List<Stay> byRoom(DbSession session, boolean upwards) {
        String with = "from Stay s where s.room is not null order by s.room";
        List<Stay> stays = new ArrayList<>(found(session, upwards ? with : with + " desc"));
        stays.addAll(found(session, "from Stay s where s.room is null"));
        return stays;
    }

    private static List<Stay> found(DbSession session, String hql) {
        return session.createSelectionQuery(hql, Stay.class).getResultList();
    }

    public static List<Stay> named(DbSession session, String text) {
        return session.createSelectionQuery(
                        "from Stay s where locate(:text, lower(s.guest)) > 0", Stay.class)
                .setParameter("text", text.toLowerCase(Locale.ROOT))
                .getResultList();
    }

    public static boolean checkIn(DbSession session, Stay stay) {
        if (session.query(Stay.class).filterBy("guest", stay.getGuest()).exists()) {
            return false;
        }
        session.add(stay);
        session.commit();
        return true;
    }

    public static Optional<Stay> newest(DbSession session) {
        return found(session, "from Stay s where s.id = (select max(t.id) from Stay t)").stream()
                .findFirst();
    }
}
