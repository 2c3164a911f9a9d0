package ch04_queries;

import java.time.LocalDate;
import ormlab.Database;

public class ClosingDay {
    public static int forget(Database db, LocalDate before) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery("delete from Loan where since < :day")
                                .setParameter("day", before)
                                .executeUpdate());
    }

    public static void everything(Database db) {
        db.query(Loan.class).delete();
        db.query(LibraryReader.class).delete();
        db.query(ShelfBook.class).delete();
        db.session().commit();
    }
}
