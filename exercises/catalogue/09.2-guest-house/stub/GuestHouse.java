package ch09_out_of_the_notebook;

import java.util.List;
import java.util.Optional;
import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * The list of a guest house, with the same results on a laptop with SQLite and on a server with
 * PostgreSQL. The entity is Stay.
 */
public class GuestHouse {
    /** Returns all stays by room, up or down the numbers; those without a room are always last. */
    public static List<Stay> byRoom(DbSession session, boolean upwards) {
        // TODO The two databases sort null differently, so choose its position.
        throw new NotSolvedYet("return the stays by room");
    }

    /** Returns the stays of all guests whose name contains this text, in upper or lower case. */
    public static List<Stay> named(DbSession session, String text) {
        throw new NotSolvedYet("return the stays by a part of the name");
    }

    /** Stores a stay. Returns false if the guest already has one, and the session still works. */
    public static boolean checkIn(DbSession session, Stay stay) {
        throw new NotSolvedYet("return whether the guest's stay was stored");
    }

    /** Returns the stay that was stored last. Its id may differ from the number of stays. */
    public static Optional<Stay> newest(DbSession session) {
        throw new NotSolvedYet("return the newest stay");
    }
}
