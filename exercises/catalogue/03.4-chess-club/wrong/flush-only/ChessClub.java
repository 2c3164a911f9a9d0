package ch03_sessions;

import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

public class ChessClub {
    static boolean join(Database db, String name) {
        try {
            db.session().add(new Member(name));
            db.session().flush();
            return true;
        } catch (ConstraintViolation refused) {
            db.session().rollback();
            if (refused.getKind() == ConstraintKind.UNIQUE) {
                return false;
            }
            throw refused;
        }
    }
}
