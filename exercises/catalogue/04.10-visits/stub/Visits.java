package ch04_queries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Reads the visits (Visit, next to this file). There are millions of them, so each method sends one
 * statement that searches one of the two indexes. The indexes stay as they are.
 */
public class Visits {
    /** Returns the visits on this day in UTC, the earliest first. */
    public static List<Visit> onDay(Database db, LocalDate day) {
        // TODO Look at the plan: the condition must be about the column itself.
        throw new NotSolvedYet("find the visits on a day");
    }

    /** Counts the visits to pages whose path begins with this text, whatever it contains. */
    public static long beginningWith(Database db, String text) {
        // TODO
        throw new NotSolvedYet("count the visits to pages that begin with a text");
    }

    /** Returns when this page was last opened, or empty if it never was. */
    public static Optional<Instant> last(Database db, String page) {
        // TODO Read one row or none.
        throw new NotSolvedYet("find the last visit to a page");
    }
}
