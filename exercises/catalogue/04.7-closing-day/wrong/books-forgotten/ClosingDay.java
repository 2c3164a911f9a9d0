package ch04_queries;

import static ormlab.query.Filters.lessThan;

import java.time.LocalDate;
import ormlab.Database;

public class ClosingDay {
    public static int forget(Database db, LocalDate before) {
        int deleted = db.query(Loan.class).filter(lessThan("since", before)).delete();
        db.session().commit();
        return deleted;
    }

    public static void everything(Database db) {
        db.query(Loan.class).delete();
        db.query(LibraryReader.class).delete();
        db.session().commit();
    }
}
