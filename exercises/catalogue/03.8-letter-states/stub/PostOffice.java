package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import ormlab.Database;
import ormlab.session.EntityState;

/** What happens to a letter. Read it and predict; you don't need to change this class. */
public class PostOffice {
    /** The states that the session reported, one after each step. */
    final List<EntityState> said = new ArrayList<>();

    void work(Database db) {
        Letter letter = new Letter("Dear Ada");
        ask(db, letter); // step 1
        db.session().add(letter);
        ask(db, letter); // step 2
        db.session().rollback();
        ask(db, letter); // step 3
        db.session().add(letter);
        db.session().commit();
        ask(db, letter); // step 4
        db.session().clear();
        ask(db, letter); // step 5
        Letter merged = db.session().merge(letter);
        ask(db, letter); // step 6: the object that was passed
        ask(db, merged); // step 7: the object that was returned
        db.session().delete(merged);
        ask(db, merged); // step 8
        db.session().rollback();
        ask(db, merged); // step 9
    }

    private void ask(Database db, Letter letter) {
        said.add(db.session().state(letter));
    }
}
