package ch09_out_of_the_notebook;

import java.util.function.Function;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * A database on many machines may abort a transaction because of another one, so that you have to
 * run it again. It then throws a JDBCException whose getSQLState() is "40001". You also need to
 * write Parcel.java, next to this file.
 */
public class Again {
    /** The number of attempts, including the first one. */
    public static final int TRIES = 5;

    /** Waits. In a real program, it is Thread.sleep. */
    public interface Pause {
        void millis(long millis);
    }

    /**
     * Runs work in a transaction. After 40001, runs it again in a new one, after a pause that is
     * longer each time. The fifth 40001 and any other error reach the caller.
     */
    public static <R> R run(Database db, Function<DbSession, R> work, Pause pause) {
        // TODO Write a loop around db.inTransaction.
        throw new NotSolvedYet("run the work again after 40001");
    }
}
