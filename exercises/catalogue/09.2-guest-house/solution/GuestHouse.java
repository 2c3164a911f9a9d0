package ch09_out_of_the_notebook;

import static ormlab.query.Filters.likeIgnoringCase;

import java.util.List;
import java.util.Optional;
import ormlab.dialect.ConstraintViolation;
import ormlab.session.DbSession;

/**
 * Why so: what the databases do differently is where nulls stand, what ids are left out, and what a
 * failed transaction still allows. So the program says the first, does not count on the second, and
 * ends the third by a rollback.
 */
public class GuestHouse {
    public static List<Stay> byRoom(DbSession session, boolean upwards) {
        String direction = upwards ? "asc" : "desc";
        return session.createSelectionQuery(
                        "from Stay s order by s.room " + direction + " nulls last, s.guest",
                        Stay.class)
                .getResultList();
    }

    public static List<Stay> named(DbSession session, String text) {
        return session.query(Stay.class).filter(likeIgnoringCase("guest", "%" + text + "%")).all();
    }

    public static boolean checkIn(DbSession session, Stay stay) {
        try {
            session.add(stay);
            session.commit();
            return true;
        } catch (ConstraintViolation alreadyThere) {
            session.rollback();
            return false;
        }
    }

    public static Optional<Stay> newest(DbSession session) {
        return session.query(Stay.class).orderBy("id desc").first();
    }
}
