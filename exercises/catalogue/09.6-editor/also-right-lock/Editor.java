package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import ormlab.Database;

/**
 * Locks the row while it compares, so nobody can come in between, and there is nothing to catch.
 */
public class Editor {
    public static boolean save(Database db, Integer id, int versionInForm, String text) {
        return db.inTransaction(
                session -> {
                    Optional<Draft> current =
                            Optional.ofNullable(
                                            session.find(
                                                    Draft.class,
                                                    id,
                                                    LockModeType.PESSIMISTIC_WRITE))
                                    .filter(draft -> draft.getVersion() == versionInForm);
                    current.ifPresent(draft -> draft.setBody(text));
                    return current.isPresent();
                });
    }
}
