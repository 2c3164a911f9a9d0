package ch09_out_of_the_notebook;

import java.util.function.Function;
import org.hibernate.JDBCException;
import ormlab.Database;
import ormlab.session.DbSession;

/** Recursive, with one attempt less each time, and pauses that double. */
public class Again {
    public static final int TRIES = 5;

    public interface Pause {
        void millis(long millis);
    }

    public static <R> R run(Database db, Function<DbSession, R> work, Pause pause) {
        return run(db, work, pause, TRIES - 1, 50);
    }

    private static <R> R run(
            Database db, Function<DbSession, R> work, Pause pause, int more, long millis) {
        try {
            return db.inTransaction(work);
        } catch (JDBCException failed) {
            boolean conflict = failed.getSQLState() != null && failed.getSQLState().equals("40001");
            if (!conflict || more == 0) {
                throw failed;
            }
        }
        pause.millis(millis);
        return run(db, work, pause, more - 1, 2 * millis);
    }
}
