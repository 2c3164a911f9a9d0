package ch03_sessions;

import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

public class ChessClub {
    static boolean join(Database db, String name) {
        try {
            db.session().add(new Member(name));
            db.session().commit();
            return true;
        } catch (ConstraintViolation refused) {
            if (refused.getKind() == ConstraintKind.UNIQUE) {
                db.session().rollback();
                return false;
            }
            throw refused;
        }
    }
}
