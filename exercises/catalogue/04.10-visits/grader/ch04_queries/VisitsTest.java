package ch04_queries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Detail;
import ormlab.trace.PlanNode;
import ormlab.trace.Trace;

@DisplayName("Visits, without a scan")
class VisitsTest {
    private static final String FUNCTION =
            "04d_indexes_and_plans, \"Conditions that no index can answer\"";
    private static final String ORDER =
            "04d_indexes_and_plans, \"Several columns, and their order\"";
    private static final String SORTED = "04d_indexes_and_plans, \"Sort by an index\"";

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void visits() {
        db.models(Visit.class).createAll();
        Stream.of(
                        "/user/fred 2026-03-01T23:59:59.999Z",
                        "/user/susan 2026-03-01T08:30:00Z",
                        "/users 2026-03-02T00:00:00Z",
                        "/tag/100% 2026-03-01T00:00:00Z",
                        "/tag/1000 2026-02-28T23:59:59Z",
                        "/user/fred 2026-03-04T12:00:00Z",
                        "/user/fred 2026-03-03T12:00:00Z",
                        "/tag/good_night 2026-03-05T10:00:00Z",
                        "/tag/good-night 2026-03-05T11:00:00Z",
                        "/about/user/ 2026-03-06T11:00:00Z")
                .map(line -> line.split(" "))
                .forEach(line -> db.session().add(new Visit(line[0], Instant.parse(line[1]))));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /**
     * Without the indexes, rows come back in the order of their ids unless the query sorts them.
     */
    private void dropIndexes() {
        db.session().execute("drop index ix_visits_visited_at");
        db.session().execute("drop index ix_visits_page_visited_at");
        db.session().commit();
    }

    private static void searches(String method, Trace trace, int needed, String section) {
        Mistake.when(
                trace.count() != 1,
                method + " sent " + trace.count() + " statements, and one is enough.",
                section);
        long rows = trace.statements().get(0).rows();
        Mistake.when(
                rows > needed,
                method
                        + " read "
                        + rows
                        + " rows where "
                        + needed
                        + " would do. Let the database choose them.",
                section);
        List<PlanNode> steps = trace.plans().plans().get(0).nodes().toList();
        for (PlanNode step : steps) {
            Mistake.when(
                    step.kind() == PlanNode.Kind.TABLE_SCAN
                            || step.kind() == PlanNode.Kind.INDEX_SCAN,
                    "The plan of "
                            + method
                            + " says \""
                            + step
                            + "\", which reads all visits. Compare the column itself, without a"
                            + " function around it, with a value that you compute first.",
                    section);
        }
    }

    @Test
    @Order(1)
    @DisplayName("The visits of a day are those from midnight until before the next, in order.")
    void day() {
        dropIndexes();
        Mistake.when(
                !Visits.onDay(db, LocalDate.of(1999, 1, 1)).isEmpty(),
                "On a day without visits, onDay returned some.",
                FUNCTION);
        List<String> found =
                Visits.onDay(db, FIRST).stream().map(visit -> "" + visit.getVisitedAt()).toList();
        Mistake.when(
                found.contains("2026-03-02T00:00:00Z"),
                "A visit on March 2nd at midnight was counted as one of March 1st. The midnight at"
                        + " the end of a day belongs to the next day, so compare with <.",
                FUNCTION);
        List<String> right =
                List.of("2026-03-01T00:00:00Z", "2026-03-01T08:30:00Z", "2026-03-01T23:59:59.999Z");
        Mistake.when(
                found.size() == 3 && found.containsAll(right) && !found.equals(right),
                "The visits of a day are in the order "
                        + found
                        + ". Without an index, nothing sorts"
                        + " them unless the query does.",
                SORTED);
        Mistake.when(
                !found.equals(right),
                "March 1st has visits at " + right + ", and onDay found those at " + found + ".",
                FUNCTION);
    }

    @Test
    @Order(2)
    @DisplayName("Pages count if their path begins with the text, % and _ included.")
    void beginning() {
        same("/user/", 4);
        same("/user", 5);
        same("/tag/1", 2);
        same("/tag/100%", 1);
        same("/tag/good_", 1);
        same("/none", 0);
    }

    private void same(String text, long right) {
        long found = Visits.beginningWith(db, text);
        Mistake.when(
                found > right && (text.contains("%") || text.contains("_")),
                "One page begins with \""
                        + text
                        + "\", and "
                        + found
                        + " were counted: in a pattern of like, % and _ stand for any characters."
                        + " Search a range of paths instead, or escape them.",
                FUNCTION);
        Mistake.when(
                found != right,
                "The number of visits to pages that begin with \""
                        + text
                        + "\" is "
                        + right
                        + ", and beginningWith returned "
                        + found
                        + ".",
                FUNCTION);
    }

    @Test
    @Order(3)
    @DisplayName("The last visit to a page is found, and a page without visits has none.")
    void last() {
        dropIndexes();
        Optional<Instant> none = Visits.last(db, "/none");
        Mistake.when(
                none == null || none.isPresent(),
                "Nobody has opened the page /none, and last returned " + none + ".",
                SORTED);
        Optional<Instant> last = Visits.last(db, "/user/fred");
        Mistake.when(
                !last.equals(Optional.of(Instant.parse("2026-03-04T12:00:00Z"))),
                "The last visit to /user/fred was on March 4th at noon, and last returned "
                        + last
                        + ".",
                SORTED);
    }

    @Test
    @Order(4)
    @DisplayName(
            "Each method sends one statement, whose plan has no scan, and Java filters no rows.")
    void plans() {
        Trace day = db.trace(() -> Visits.onDay(db, FIRST.plusDays(3)), Detail.PLANS);
        searches("onDay", day, 1, FUNCTION);
        Trace beginning = db.trace(() -> Visits.beginningWith(db, "/user/"), Detail.PLANS);
        searches("beginningWith", beginning, 1, FUNCTION);
        Trace last = db.trace(() -> Visits.last(db, "/user/fred"), Detail.PLANS);
        searches("last", last, 1, ORDER);
    }
}
