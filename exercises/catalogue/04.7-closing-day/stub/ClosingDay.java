package ch04_queries;

import java.time.LocalDate;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A library closes. A Loan refers to a LibraryReader and to a ShelfBook; both must be there. */
public class ClosingDay {
    /** Deletes the loans since before this day, and gives their number. They stay deleted. */
    public static int forget(Database db, LocalDate before) {
        // TODO One DELETE; no loan is loaded.
        throw new NotSolvedYet("delete the loans since before " + before);
    }

    /** Deletes all loans, books and readers; the tables stay. */
    public static void everything(Database db) {
        // TODO Three DELETEs, in an order that no foreign key refuses; nothing is loaded.
        throw new NotSolvedYet("delete everything");
    }
}
