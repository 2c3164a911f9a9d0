package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import java.util.List;
import ormlab.Database;

/** Uses the session of the caller, so it rolls back what failed. */
public class Editor {
    public static boolean save(Database db, Integer id, int versionInForm, String text) {
        db.session().clear();
        List<Draft> found =
                db.query(Draft.class).filterBy("id", id).filterBy("version", versionInForm).all();
        if (found.isEmpty()) {
            return false;
        }
        try {
            found.get(0).setBody(text);
            db.session().commit();
            return true;
        } catch (OptimisticLockException tooLate) {
            db.session().rollback();
            return false;
        }
    }
}
