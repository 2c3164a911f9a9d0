package ch09_out_of_the_notebook;

import java.util.function.Function;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * A database on many machines may end a transaction because of another one, and ask for it again: a
 * JDBCException whose getSQLState() is "40001". Also to be written: Parcel.java, beside this file.
 */
public class Again {
    /** How often work is tried, the first time included. */
    public static final int TRIES = 5;

    /** Waits; in the real program it is Thread.sleep. */
    public interface Pause {
        void millis(long millis);
    }

    /**
     * Does work in a transaction. If it ends in 40001, does it again in a new one, after a pause,
     * each longer than the one before. The fifth 40001, and any other error, go to the caller.
     */
    public static <R> R run(Database db, Function<DbSession, R> work, Pause pause) {
        // TODO A loop around db.inTransaction.
        throw new NotSolvedYet("work that is done again");
    }
}
