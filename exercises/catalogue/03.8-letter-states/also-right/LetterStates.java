package ch03_sessions;

import java.util.List;
import ormlab.Database;
import ormlab.session.EntityState;

/** Runs the program on a database in memory instead of predicting. */
public class LetterStates {
    static List<EntityState> predicted() {
        try (Database db = Database.open("sqlite://")) {
            db.models(Letter.class).createAll();
            PostOffice office = new PostOffice();
            office.work(db);
            return office.said;
        }
    }
}
