package ch04_queries;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.query.Query;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A dashboard that reads too much")
class DashboardTest {
    private static final String COUNT = "04_queries, \"Count, or just check\"";
    private static final String ORDER = "04_queries, \"Order and limit\"";
    private static final String CONDITIONS = "04_queries, \"Conditions\"";
    private static final int TICKETS = 20;
    private static final int USED = 6;

    /** Stores the ticket that was sold last in the middle of the table. */
    private static final int LAST_SOLD = 11;

    private final Database db = Database.open("sqlite://");
    private final Query<Ticket> tickets = db.query(Ticket.class);

    @BeforeEach
    void tickets() {
        db.models(Ticket.class).createAll();
        for (int i = 0; i < TICKETS; i++) {
            db.session().add(new Ticket(sold(i), i < USED));
        }
        db.session().commit();
        db.closeSession();
    }

    private static Instant sold(int i) {
        return Instant.parse("2026-03-01T20:00:00Z")
                .plusSeconds((i + TICKETS - 1 - LAST_SOLD) % TICKETS);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The prediction matches what the slow dashboard reads.")
    void prediction() {
        SlowDashboard slow = new SlowDashboard(db.query(Ticket.class));
        long was =
                rows(
                        db.trace(
                                () -> {
                                    slow.sold();
                                    slow.anyUsed();
                                    slow.newest();
                                }));
        long said = Dashboard.rowsOfSlow(TICKETS, USED);
        String fact =
                "With "
                        + TICKETS
                        + " tickets, "
                        + USED
                        + " of them used, it read "
                        + was
                        + " rows; ";
        Mistake.when(
                said == 3,
                fact
                        + "you predicted 3, one row for each answer. all() reads every row"
                        + " that matches, whatever Java then does with the list.",
                COUNT);
        Mistake.when(
                said == 3L * TICKETS,
                fact
                        + "you predicted "
                        + said
                        + ". One of the three methods has a condition, so the database"
                        + " leaves rows out.",
                COUNT);
        Mistake.when(said != was, fact + "you predicted " + said + ".", COUNT);
    }

    @Test
    @Order(2)
    @DisplayName("Counting the tickets takes one SELECT and one row.")
    void sold() throws Exception {
        long sold = measured("sold()", () -> Dashboard.sold(tickets));
        Mistake.when(
                sold != TICKETS, TICKETS + " were sold, but sold() returns " + sold + ".", COUNT);
    }

    @Test
    @Order(3)
    @DisplayName("Checking whether any ticket was used takes one SELECT and one row.")
    void anyUsed() throws Exception {
        boolean used = measured("anyUsed()", () -> Dashboard.anyUsed(tickets));
        Mistake.when(!used, USED + " tickets were used, but anyUsed() returns false.", CONDITIONS);
        db.query(Ticket.class).filterBy("used", true).delete();
        db.session().commit();
        Mistake.when(
                Dashboard.anyUsed(tickets),
                "No ticket is used now, but anyUsed() still returns true: it checks"
                        + " whether there is any ticket at all.",
                CONDITIONS);
    }

    @Test
    @Order(4)
    @DisplayName("Finding the ticket that was sold last takes one SELECT and one row.")
    void newest() throws Exception {
        Optional<Ticket> newest = measured("newest()", () -> Dashboard.newest(tickets));
        Mistake.when(newest.isEmpty(), "newest() finds no ticket.", ORDER);
        Instant sold = newest.get().getSold();
        Mistake.when(
                sold.equals(sold(LAST_SOLD + 1)),
                "newest() returns the ticket that was sold first: without desc, orderBy"
                        + " sorts in ascending order.",
                ORDER);
        Mistake.when(
                sold.equals(sold(TICKETS - 1)),
                "newest() returns the ticket that was stored last, not the one that was"
                        + " sold last. Sort by the time of the sale, not by the id.",
                ORDER);
        Mistake.when(
                !sold.equals(sold(LAST_SOLD)),
                "newest() returns a ticket that was sold at " + sold + ".",
                ORDER);
    }

    private <R> R measured(String method, Callable<R> code) throws Exception {
        Object[] result = new Object[1];
        Trace trace = db.trace(() -> result[0] = code.call());
        Mistake.when(
                rows(trace) > 1,
                method
                        + " read "
                        + rows(trace)
                        + " rows, but one is enough: all() loads every row as an object"
                        + " before Java looks at them. Let the database count, search or"
                        + " sort.",
                COUNT);
        Mistake.when(
                trace.selects() != 1,
                method + " sent " + trace.selects() + " SELECTs, but one is enough.",
                COUNT);
        db.closeSession();
        @SuppressWarnings("unchecked")
        R typed = (R) result[0];
        return typed;
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
