package ch03_sessions;

import ormlab.Database;
import ormlab.dialect.ConstraintViolation;

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
            throw refused;
        }
    }
}
