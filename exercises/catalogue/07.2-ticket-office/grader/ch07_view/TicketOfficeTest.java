package ch07_view;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.session.DbSession;

@DisplayName("A session that ends")
class TicketOfficeTest {
    private static final String SESSION = "07_view, \"One session for each request\"";
    private static final String FAILURE = "no seat left";

    private final Database db = Database.open("sqlite://");
    private final TicketOffice office = new TicketOffice(db);
    private DbSession used;

    @BeforeEach
    void table() {
        db.models(Ticket.class).createAll();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private String read() {
        used = db.session();
        return "sold: " + db.query(Ticket.class).count();
    }

    private String fail() {
        used = db.session();
        used.add(new Ticket("7a"));
        used.flush();
        throw new IllegalStateException(FAILURE);
    }

    @Test
    @Order(1)
    @DisplayName("The wrapped view returns the same response as the view.")
    void answers() throws Exception {
        String answer = office.inSession(this::read).answer();
        Mistake.when(
                !"sold: 0".equals(answer),
                "The view returns 'sold: 0', but the wrapped view returns '" + answer + "'.",
                SESSION);
    }

    @Test
    @Order(2)
    @DisplayName("After a response, the session is closed.")
    void closedAfterAnswer() throws Exception {
        office.inSession(this::read).answer();
        boolean goneOn = used.isOpen();
        boolean changesKept = goneOn && keepsChanges();
        Mistake.when(
                goneOn && changesKept,
                "After the request, its session is still open. The view that you return"
                        + " is called later, once for each request. Close the session inside it,"
                        + " after the response.",
                SESSION);
        Mistake.when(
                goneOn,
                "After the request, its session is still open. rollback undoes the"
                        + " changes but keeps the session with its connection, and the next request"
                        + " on this thread gets it. Close it.",
                SESSION);
    }

    /** Returns whether a change that a view did not commit is still pending in the session. */
    private boolean keepsChanges() throws Exception {
        office.inSession(
                        () -> {
                            used = db.session();
                            used.add(new Ticket("1a"));
                            return "added";
                        })
                .answer();
        boolean kept = used.isOpen() && !used.changes().isEmpty();
        db.closeSession();
        return kept;
    }

    @Test
    @Order(3)
    @DisplayName("An error of the view reaches the server.")
    void errorGoesOn() {
        String answer;
        try {
            answer = office.inSession(this::fail).answer();
        } catch (Exception failed) {
            Mistake.when(
                    !FAILURE.equals(failed.getMessage()),
                    "A view failed with '"
                            + FAILURE
                            + "', but the server gets '"
                            + failed.getMessage()
                            + "'.",
                    SESSION);
            return;
        }
        throw new Mistake(
                "A view failed with '"
                        + FAILURE
                        + "', but the wrapped view returned '"
                        + answer
                        + "', because the error was caught. Let it reach the server, which sends"
                        + " status 500.",
                SESSION);
    }

    @Test
    @Order(4)
    @DisplayName("After an error, the session is closed, and uncommitted changes are rolled back.")
    void closedAfterError() throws Exception {
        try {
            office.inSession(this::fail).answer();
        } catch (IllegalStateException meant) {
            // The server would send status 500.
        }
        boolean stillOpen = used.isOpen();
        db.closeSession();
        Mistake.when(
                db.query(Ticket.class).count() != 0,
                "A view added a ticket and failed before its commit, but the ticket is"
                        + " stored, because your code committed. Half a change is worse than none;"
                        + " only the view knows when its change is complete.",
                SESSION);
        db.closeSession();
        office.inSession(this::read).answer();
        if (stillOpen && used.isOpen()) {
            closedAfterAnswer(); // Reported once for both cases.
        }
        Mistake.when(
                stillOpen,
                "A view failed, and its session is still open: the line that closes it"
                        + " comes after the line that threw, so it never ran. Put it into a"
                        + " finally block.",
                SESSION);
    }
}
