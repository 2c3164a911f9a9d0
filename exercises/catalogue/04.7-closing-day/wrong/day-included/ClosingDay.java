package ch04_queries;

import static ormlab.query.Filters.lessThanOrEqual;

import java.time.LocalDate;
import ormlab.Database;

public class ClosingDay {
    public static int forget(Database db, LocalDate before) {
        int deleted = db.query(Loan.class).filter(lessThanOrEqual("since", before)).delete();
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
