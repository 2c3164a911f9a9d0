package ch04_queries;

import java.time.LocalDate;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A library closes. A Loan refers to a LibraryReader and to a ShelfBook; both are required. */
public class ClosingDay {
    /** Deletes the loans from before this day permanently, and returns their number. */
    public static int forget(Database db, LocalDate before) {
        // TODO Send one DELETE, and load no loan.
        throw new NotSolvedYet("delete the loans since before " + before);
    }

    /** Deletes all loans, books and readers, but not the tables. */
    public static void everything(Database db) {
        // TODO Send three DELETEs in an order that violates no foreign key, and load nothing.
        throw new NotSolvedYet("delete everything");
    }
}
