package ch09_out_of_the_notebook;

import java.util.function.Consumer;
import ormlab.Database;

/** With the thread's own session, which is closed in any case. */
public class FerryDesk {
    public static int free(Database db, String sailing) {
        try {
            return db.query(Sailing.class)
                    .get(sailing)
                    .orElseThrow(() -> new IllegalArgumentException("No sailing: " + sailing))
                    .getFree();
        } finally {
            db.closeSession();
        }
    }

    public static boolean sell(Database db, String sailing, Consumer<String> printer) {
        if (!sold(db, sailing)) {
            return false;
        }
        printer.accept(sailing);
        return true;
    }

    private static boolean sold(Database db, String sailing) {
        try (var session = db.sessionFactory().openSession()) {
            var transaction = session.beginTransaction();
            int changed =
                    session.createMutationQuery(
                                    "update Sailing set free = free - 1 where name = :name and free > 0")
                            .setParameter("name", sailing)
                            .executeUpdate();
            transaction.commit();
            return changed == 1;
        }
    }
}
