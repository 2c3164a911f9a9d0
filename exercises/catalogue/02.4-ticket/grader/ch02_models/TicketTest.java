package ch02_models;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("The tickets of a cinema")
class TicketTest {
    private static final String DEFAULTS = "02b_tables, \"Defaults and indexes\"";
    private static final String TOGETHER = "02b_tables, \"A rule for two columns\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void create() {
        new Ticket(1, "A1"); // An untouched stub ends here.
        try {
            db.models(Ticket.class).createAll();
        } catch (OrmlabException refused) {
            throw new Mistake(
                    "The table could not be created: \""
                            + refused.getMessage()
                            + "\" Constraints and indexes in @Table name columns: the field"
                            + " showNumber has the column show_number.",
                    TOGETHER);
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("A seat can be sold once in each show.")
    void once() {
        Mistake.when(!isSold(1, "C7"), "The first ticket was rejected.", TOGETHER);
        Mistake.when(
                !isSold(2, "C7"),
                "C7 was sold in show 1 and is rejected in show 2, because the seat alone"
                        + " is unique. Each show has a C7; only show and seat together must be"
                        + " unique.",
                TOGETHER);
        Mistake.when(
                !isSold(1, "C8"),
                "C7 was sold in show 1, and C8 is rejected there, because the show alone"
                        + " is unique and can sell only one ticket.",
                TOGETHER);
        Mistake.when(
                isSold(1, "C7"),
                "C7 was sold twice in show 1, so two people have one seat. Add a unique"
                        + " constraint to the table.",
                TOGETHER);
    }

    private boolean isSold(int show, String seat) {
        try {
            db.session().add(new Ticket(show, seat));
            db.session().commit();
            return true;
        } catch (org.hibernate.exception.ConstraintViolationException refused) {
            db.session().rollback();
            return false;
        }
    }

    @Test
    @Order(2)
    @DisplayName("Each ticket contains the time when it was created.")
    void moment() throws InterruptedException {
        Instant before = Instant.now();
        Instant first = new Ticket(1, "A1").getSoldAt();
        Thread.sleep(5);
        Instant second = new Ticket(1, "A2").getSoldAt();
        Mistake.when(
                first == null,
                "getSoldAt() of a new ticket returns null. Give the field an initial value.",
                DEFAULTS);
        Mistake.when(
                first.equals(second),
                "Two tickets that were created one after the other have the same time: it"
                        + " was computed once for the class, not for each object.",
                DEFAULTS);
        Mistake.when(
                Duration.between(before, first).abs().toMinutes() > 1,
                "A ticket that was created just now was sold at " + first + ".",
                DEFAULTS);
    }

    @Test
    @Order(3)
    @DisplayName("A query for the tickets since a point in time uses an index.")
    void index() {
        String table =
                db.rows(
                                "select name from sqlite_master where type = 'table' and name like 'ticket%'"
                                        + " order by length(name)")
                        .values()
                        .get(0)
                        .get(0)
                        .toString();
        String plan =
                db.rows("explain query plan select * from " + table + " where sold_at > '2026'")
                        .values()
                        .get(0)
                        .get(3)
                        .toString();
        boolean other =
                Stream.of("seat", "show_number")
                        .anyMatch(
                                column ->
                                        !db.rows(
                                                        "select 1 from sqlite_master where type = 'index'"
                                                                + " and sql like '%(' || ? || ')' and sql not"
                                                                + " like '%unique%'",
                                                        column)
                                                .values()
                                                .isEmpty());
        Mistake.when(
                plan.startsWith("SCAN") && other,
                "SQLite's query plan is \""
                        + plan
                        + "\": there is an index, but on another column. An index only helps"
                        + " queries with a condition on its column.",
                DEFAULTS);
        Mistake.when(
                plan.startsWith("SCAN"),
                "SQLite's query plan is \""
                        + plan
                        + "\": it reads the whole table to find the tickets of this morning. No"
                        + " index begins with sold_at.",
                DEFAULTS);
    }
}
