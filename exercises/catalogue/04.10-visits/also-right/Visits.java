package ch04_queries;

import static ormlab.query.Filters.greaterThanOrEqual;
import static ormlab.query.Filters.lessThan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/** Hibernate escapes the special characters of a prefix, and only the last time is selected. */
public class Visits {
    public static List<Visit> onDay(Database db, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plusSeconds(24 * 60 * 60);
        return db
                .query(Visit.class)
                .filter(greaterThanOrEqual("visitedAt", start).and(lessThan("visitedAt", end)))
                .orderBy("visitedAt")
                .stream()
                .toList();
    }

    public static long beginningWith(Database db, String text) {
        return db.query(Visit.class)
                .filter(Restriction.restrict(Visit.class, "page", Range.prefix(text)))
                .count();
    }

    public static Optional<Instant> last(Database db, String page) {
        return db.query(Visit.class)
                .filterBy("page", page)
                .orderBy("visitedAt desc")
                .select(Instant.class, "visitedAt")
                .first();
    }
}
