package ch09_out_of_the_notebook;

import static ormlab.query.Filters.likeIgnoringCase;

import java.util.List;
import java.util.Optional;
import ormlab.dialect.ConstraintViolation;
import ormlab.session.DbSession;

/**
 * The databases differ in where they sort null, in which ids are missing, and in what a failed
 * transaction still accepts. So the program states the position of null, does not rely on ids
 * without gaps, and rolls back a failed transaction.
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
