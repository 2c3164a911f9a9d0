package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import ormlab.Database;

/**
 * The comparison notices a change that was made while the form was open. The version notices one
 * that is made between the comparison and the UPDATE: the UPDATE then matches no row.
 */
public class Editor {
    public static boolean save(Database db, Integer id, int versionInForm, String text) {
        try {
            return db.inTransaction(
                    session -> {
                        Draft draft = session.find(Draft.class, id);
                        if (draft == null || draft.getVersion() != versionInForm) {
                            return false;
                        }
                        draft.setBody(text);
                        return true;
                    });
        } catch (OptimisticLockException tooLate) {
            return false;
        }
    }
}
