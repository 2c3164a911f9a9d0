package ch03_sessions;

import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

/**
 * Why so: inTransaction commits, or rolls back and lets the error through, so the session of the
 * page is never left in a failed transaction. Only the table knows whether a name is free, and only
 * the kind UNIQUE says that it is not; every other error is somebody else's business.
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
