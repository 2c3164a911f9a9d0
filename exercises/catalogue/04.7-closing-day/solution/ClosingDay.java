package ch04_queries;

import static ormlab.query.Filters.lessThan;

import java.time.LocalDate;
import ormlab.Database;

/**
 * Loans refer to readers and books, so they are deleted first; after that, nothing refers to the
 * others. Each table takes one DELETE, however many rows it has. Without the commit, everything
 * would be rolled back.
 */
public class ClosingDay {
    public static int forget(Database db, LocalDate before) {
        int deleted = db.query(Loan.class).filter(lessThan("since", before)).delete();
        db.session().commit();
        return deleted;
    }

    public static void everything(Database db) {
        db.query(Loan.class).delete();
        db.query(ShelfBook.class).delete();
        db.query(LibraryReader.class).delete();
        db.session().commit();
    }
}
