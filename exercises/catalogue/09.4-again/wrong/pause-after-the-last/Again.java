package ch09_out_of_the_notebook;

import java.util.function.Function;
import org.hibernate.JDBCException;
import ormlab.Database;
import ormlab.session.DbSession;

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
                pause.millis(100L * number);
                if (number == TRIES || !"40001".equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
    }
}
