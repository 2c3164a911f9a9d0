package ch04_queries;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Closing a library")
class ClosingDayTest {
    private static final String CLEAN = "04c_three_languages, \"Clean up\"";
    private static final String BULK = "04c_three_languages, \"Change and delete many at once\"";
    private static final String MORE = "04_queries, \"Beyond equality\"";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int LOANS = 10;

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void loans() {
        db.models(LibraryReader.class, ShelfBook.class, Loan.class).createAll();
        LibraryReader fred = new LibraryReader("fred");
        ShelfBook book = new ShelfBook("Around the moon");
        db.session().addAll(fred, book);
        for (int i = 0; i < LOANS; i++) {
            db.session().add(new Loan(DAY.plusDays(i - 4L), fred, book));
        }
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Loans from before the day are deleted for good, and their number is returned.")
    void forget() {
        int told = ClosingDay.forget(db, DAY);
        db.closeSession();
        long left = db.query(Loan.class).count();
        Mistake.when(
                left == 5,
                "The loan from that day was deleted as well. Use lessThan for \"before\";"
                        + " 'or equal' includes the day itself.",
                MORE);
        Mistake.when(
                left == LOANS,
                "After the session was closed, all "
                        + LOANS
                        + " loans are back, because nothing was committed.",
                CLEAN);
        Mistake.when(left != 6, left + " loans of " + LOANS + " are left instead of 6.", MORE);
        Mistake.when(told != 4, "4 loans were deleted, but forget returns " + told + ".", BULK);
    }

    @Test
    @Order(2)
    @DisplayName("Loans, books and readers are deleted and committed; the tables still exist.")
    void everything() {
        try {
            ClosingDay.everything(db);
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "The database rejected it: "
                            + refused.getMessage()
                            + " Delete the rows that refer to others first.",
                    CLEAN);
        }
        db.closeSession();
        Mistake.when(
                db.rows("select name from sqlite_master where name = 'loan'").size() == 0,
                "The tables are gone as well: dropAll() deletes the tables, not just"
                        + " their rows.",
                CLEAN);
        long loans = db.query(Loan.class).count();
        long books = db.query(ShelfBook.class).count();
        long readers = db.query(LibraryReader.class).count();
        Mistake.when(
                loans == LOANS,
                "After the session was closed, everything is back: the deletions were"
                        + " rolled back, because nothing was committed.",
                CLEAN);
        Mistake.when(
                loans + books + readers > 0,
                "Rows are left: " + loans + " loans, " + books + " books, " + readers + " readers.",
                CLEAN);
    }

    @Test
    @Order(3)
    @DisplayName(
            "Deleting loans is one DELETE, deleting everything is three, and nothing is loaded.")
    void budget() {
        loadsNothing("forget", 1, db.trace(() -> ClosingDay.forget(db, DAY)));
        db.closeSession();
        Trace trace;
        try {
            trace = db.trace(() -> ClosingDay.everything(db));
        } catch (ConstraintViolation refused) {
            return; // Task 2 reports this.
        }
        if (trace.statements().stream().noneMatch(sent -> sent.sql().startsWith("drop"))) {
            loadsNothing("everything", 3, trace);
        }
    }

    private static void loadsNothing(String method, int deletes, Trace trace) {
        long rows =
                trace.statements().stream()
                        .filter(TracedStatement::isSelect)
                        .mapToLong(TracedStatement::rows)
                        .sum();
        Mistake.when(
                rows > 0,
                method
                        + " loaded "
                        + rows
                        + " loans to delete them. query(…).delete() is one statement and"
                        + " loads no objects.",
                BULK);
        Mistake.when(
                trace.count() > deletes,
                method + " sent " + trace.count() + " statements instead of " + deletes + ".",
                BULK);
    }
}
