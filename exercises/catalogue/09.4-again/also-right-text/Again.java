package ch09_out_of_the_notebook;

import java.util.function.Function;
import org.hibernate.JDBCException;
import ormlab.Database;
import ormlab.session.DbSession;

/**
 * Each attempt has its own transaction, so nothing of a failed one is kept. Only 40001 means that
 * the same work may succeed next time. The pauses grow, so that transactions stop colliding, and
 * after five attempts it gives up.
 */
public class Again {
    public static final int TRIES = 5;

    public interface Pause {
        void millis(long millis);
    }

    public static <R> R run(Database db, Function<DbSession, R> work, Pause pause) {
        for (int number = 1; ; number++) {
            try {
                return db.inTransaction(work);
            } catch (JDBCException failed) {
                if (number == TRIES || !"40001".equals(failed.getSQLState())) {
                    throw failed;
                }
                pause.millis(100L * number);
            }
        }
    }
}
