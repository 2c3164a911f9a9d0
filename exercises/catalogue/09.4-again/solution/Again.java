package ch09_out_of_the_notebook;

import java.util.function.Function;
import org.hibernate.JDBCException;
import ormlab.Database;
import ormlab.session.DbSession;

/**
 * Why so: each try has a transaction of its own, so nothing of a failed one stays. Only 40001 says
 * that the same work may do better next time. The pauses grow, so that those who are in each
 * other's way get out of it; and there is an end.
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
