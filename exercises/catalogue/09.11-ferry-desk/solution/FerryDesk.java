package ch09_out_of_the_notebook;

import jakarta.persistence.LockModeType;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.session.DbSession;

/**
 * inTransaction opens a session and closes it, whether its code returns or throws. The printer
 * works after the commit, when the connection is back in the pool and the sale is stored.
 */
public class FerryDesk {
    public static int free(Database db, String sailing) {
        return db.readOnly()
                .inTransaction(
                        session -> {
                            Sailing found = session.find(Sailing.class, sailing);
                            if (found == null) {
                                throw new IllegalArgumentException(sailing);
                            }
                            return found.getFree();
                        });
    }

    public static boolean sell(Database db, String sailing, Consumer<String> printer) {
        boolean sold =
                db.inTransaction(
                        session -> {
                            Sailing found = locked(session, sailing);
                            if (found.getFree() == 0) {
                                return false;
                            }
                            found.setFree(found.getFree() - 1);
                            return true;
                        });
        if (sold) {
            printer.accept(sailing);
        }
        return sold;
    }

    /** Two threads may want the last seat at the same moment; then the second one waits here. */
    private static Sailing locked(DbSession session, String sailing) {
        return session.find(Sailing.class, sailing, LockModeType.PESSIMISTIC_WRITE);
    }
}
