package ch03_sessions;

import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

/** In the thread's session, with a rollback after any error. */
public class ChessClub {
    static boolean join(Database db, String name) {
        try {
            db.session().add(new Member(name));
            db.session().commit();
            return true;
        } catch (RuntimeException refused) {
            db.session().rollback();
            if (refused instanceof ConstraintViolation rule
                    && rule.getMessage().contains("must be unique")) {
                return false;
            }
            throw refused;
        }
    }
}
