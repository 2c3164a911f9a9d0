package ch04_queries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ormlab.Database;

/** Writes SQL: glob compares character by character, and its special characters are put in []. */
public class Visits {
    public static List<Visit> onDay(Database db, LocalDate day) {
        return db.session()
                .createNativeQuery(
                        "select * from visits where visited_at >= ? and visited_at < ?"
                                + " order by visited_at",
                        Visit.class)
                .setParameter(1, day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter(2, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .getResultList();
    }

    public static long beginningWith(Database db, String text) {
        String pattern = text.replaceAll("([\\[*?])", "[$1]") + "*";
        return db.session()
                .createNativeQuery("select count(*) from visits where page glob ?", Long.class)
                .setParameter(1, pattern)
                .getSingleResult();
    }

    public static Optional<Instant> last(Database db, String page) {
        return Optional.ofNullable(
                db.session()
                        .createNativeQuery(
                                "select max(visited_at) from visits where page = ?", Instant.class)
                        .setParameter(1, page)
                        .getSingleResult());
    }
}
