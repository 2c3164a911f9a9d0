package ch03_sessions;

import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

/**
 * inTransaction commits, or rolls back and passes the error on, so no session is left in a failed
 * transaction. Only the kind UNIQUE means that the name is taken; every other error goes to the
 * caller.
 */
public class ChessClub {
    static boolean join(Database db, String name) {
        try {
            db.inTransaction(
                    session -> {
                        session.add(new Member(name));
                        return null;
                    });
            return true;
        } catch (ConstraintViolation refused) {
            if (refused.getKind() == ConstraintKind.UNIQUE) {
                return false;
            }
            throw refused;
        }
    }
}
