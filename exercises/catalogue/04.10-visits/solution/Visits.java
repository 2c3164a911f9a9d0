package ch04_queries;

import static ormlab.query.Filters.greaterThanOrEqual;
import static ormlab.query.Filters.lessThan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ormlab.Database;

/**
 * Each condition leaves the column alone, so the database can search its index. A day is a range of
 * moments from midnight until before the next. Texts with the same beginning are neighbours, and
 * the largest character of all ends their range.
 */
public class Visits {
    private static final String LARGEST = Character.toString(Character.MAX_CODE_POINT);

    public static List<Visit> onDay(Database db, LocalDate day) {
        return db.query(Visit.class)
                .filter(greaterThanOrEqual("visitedAt", midnight(day)))
                .filter(lessThan("visitedAt", midnight(day.plusDays(1))))
                .orderBy("visitedAt")
                .all();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static long beginningWith(Database db, String text) {
        return db.query(Visit.class)
                .filter(greaterThanOrEqual("page", text))
                .filter(lessThan("page", text + LARGEST))
                .count();
    }

    public static Optional<Instant> last(Database db, String page) {
        return db.query(Visit.class)
                .filterBy("page", page)
                .orderBy("visitedAt desc")
                .first()
                .map(Visit::getVisitedAt);
    }
}
