package ch09_out_of_the_notebook;

import java.util.function.Consumer;
import ormlab.Database;

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
                            Sailing found = session.find(Sailing.class, sailing);
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
}
