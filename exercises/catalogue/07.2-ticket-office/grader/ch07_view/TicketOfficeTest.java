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
    @DisplayName("The wrapped view answers as the view does.")
    void answers() throws Exception {
        String answer = office.inSession(this::read).answer();
        Mistake.when(
                !"sold: 0".equals(answer),
                "The view answers 'sold: 0', and the wrapped one '" + answer + "'.",
                SESSION);
    }

    @Test
    @Order(2)
    @DisplayName("After a good answer the session is closed.")
    void closedAfterAnswer() throws Exception {
        office.inSession(this::read).answer();
        boolean goneOn = used.isOpen();
        boolean changesKept = goneOn && keepsChanges();
        Mistake.when(
                goneOn && changesKept,
                "After the request its session is still open. The view that you give back is called"
                        + " later, once for each request: whatever closes the session must stand inside"
                        + " it, behind the answer.",
                SESSION);
        Mistake.when(
                goneOn,
                "After the request its session is still open: rollback gives up the changes and keeps"
                        + " the session, which the next request on this thread will find, with its"
                        + " connection. Close it.",
                SESSION);
    }

    /** Tells whether what a view added and did not commit still waits in the session. */
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
    @DisplayName("An error of the view goes on to the server.")
    void errorGoesOn() {
        String answer;
        try {
            answer = office.inSession(this::fail).answer();
        } catch (Exception failed) {
            Mistake.when(
                    !FAILURE.equals(failed.getMessage()),
                    "A view failed with '"
                            + FAILURE
                            + "', and the server is told '"
                            + failed.getMessage()
                            + "'.",
                    SESSION);
            return;
        }
        throw new Mistake(
                "A view failed with '"
                        + FAILURE
                        + "', and the wrapped one answered '"
                        + answer
                        + "' as if all were well: the error was caught and forgotten. Let it go on, so"
                        + " that the server can send status 500.",
                SESSION);
    }

    @Test
    @Order(4)
    @DisplayName("After an error the session is closed, and what was not committed is given up.")
    void closedAfterError() throws Exception {
        try {
            office.inSession(this::fail).answer();
        } catch (IllegalStateException meant) {
            // the server would send status 500
        }
        boolean stillOpen = used.isOpen();
        db.closeSession();
        Mistake.when(
                db.query(Ticket.class).count() != 0,
                "A view added a ticket and failed before it committed, and the ticket is stored:"
                        + " somebody committed on its behalf. Half of what a view wanted is worse than"
                        + " nothing. Only the view knows when it is done.",
                SESSION);
        db.closeSession();
        office.inSession(this::read).answer();
        if (stillOpen && used.isOpen()) {
            closedAfterAnswer(); // told once, for both cases
        }
        Mistake.when(
                stillOpen,
                "A view failed, and its session is still open: the line that closes it stands behind"
                        + " the line that threw, and was never reached. What must happen in any case"
                        + " belongs into a finally.",
                SESSION);
    }
}
