package ch04_queries;

import static ormlab.query.Filters.lessThan;

import java.time.LocalDate;
import java.util.List;
import ormlab.Database;

public class ClosingDay {
    public static int forget(Database db, LocalDate before) {
        List<Loan> old = db.query(Loan.class).filter(lessThan("since", before)).all();
        old.forEach(db.session()::delete);
        db.session().commit();
        return old.size();
    }

    public static void everything(Database db) {
        db.query(Loan.class).delete();
        db.query(ShelfBook.class).delete();
        db.query(LibraryReader.class).delete();
        db.session().commit();
    }
}
