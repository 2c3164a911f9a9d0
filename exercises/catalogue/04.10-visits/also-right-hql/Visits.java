package ch04_queries;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ormlab.Database;

/** Writes HQL, ends the range of texts with the next character, and limits the last query. */
public class Visits {
    public static List<Visit> onDay(Database db, LocalDate day) {
        return db.session()
                .createSelectionQuery(
                        "from Visit v where v.visitedAt >= :start and v.visitedAt < :end"
                                + " order by v.visitedAt, v.id",
                        Visit.class)
                .setParameter("start", day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC))
                .setParameter("end", day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .getResultList();
    }

    public static long beginningWith(Database db, String text) {
        int last = text.length() - 1;
        String next = text.substring(0, last) + (char) (text.charAt(last) + 1);
        return db.session()
                .createSelectionQuery(
                        "select count(v) from Visit v where v.page >= :from and v.page < :next",
                        Long.class)
                .setParameter("from", text)
                .setParameter("next", next)
                .getSingleResult();
    }

    public static Optional<Instant> last(Database db, String page) {
        return db
                .session()
                .createSelectionQuery(
                        "select v.visitedAt from Visit v where v.page = :page"
                                + " order by v.visitedAt desc",
                        Instant.class)
                .setParameter("page", page)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
