package ch03_sessions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("The tram line closes")
class TramNetworkTest {
    private static final String DELETE = "03d_delete_and_detach, \"Delete\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String ALL = "03b_all_or_nothing, \"All or nothing\"";

    private final Database db = Database.open("sqlite://");
    private int freed;
    private Trace trace;

    @BeforeEach
    void close4() {
        db.models(TramLine.class, TramStop.class).createAll();
        TramLine four = new TramLine("4");
        TramLine seven = new TramLine("7");
        db.session()
                .addAll(
                        four,
                        seven,
                        new TramStop("Harbour", four),
                        new TramStop("Market", four),
                        new TramStop("Park", four),
                        new TramStop("Zoo", seven));
        db.session().commit();
        db.closeSession();
        trace = db.trace(this::closeLine);
        db.closeSession();
    }

    private void closeLine() {
        try {
            freed = TramNetwork.close(db, "4");
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("still refers to"),
                    "The session refused it: stops still refer to line 4, which was to be deleted."
                            + " Let each of them go first, with setLine(null).",
                    DELETE);
            throw refused;
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    private long count(String sql) {
        return ((Number) db.rows(sql).values().get(0).get(0)).longValue();
    }

    @Test
    @Order(1)
    @DisplayName("The line is gone, and the other line is not.")
    void line() {
        committed();
        Mistake.when(
                count("select count(*) from tram_line") == 2,
                "Its stops have no line any more, but line 4 is still there.",
                DELETE);
        Mistake.when(
                count("select count(*) from tram_line where name = '7'") == 0,
                "Line 7 is gone, too.",
                DELETE);
    }

    @Test
    @Order(2)
    @DisplayName("All stops are still there, and those of line 4 have no line.")
    void stops() {
        committed();
        Mistake.when(
                count("select count(*) from tram_stop") < 4,
                "Of 4 stops "
                        + count("select count(*) from tram_stop")
                        + " are left: they were deleted with their line. A stop that loses its line"
                        + " stays a stop; setLine(null) says so.",
                DELETE);
        Mistake.when(
                count("select count(*) from tram_stop where line_id is not null") == 0,
                "The Zoo has lost its line as well, and that is line 7. Let go only of the stops that"
                        + " have line 4: filterBy(\"line\", line).",
                DELETE);
    }

    @Test
    @Order(3)
    @DisplayName("One commit holds all of it together.")
    void oneCommit() {
        committed();
        Mistake.when(
                commits() > 1,
                "It took "
                        + commits()
                        + " commits. If the program stops between them, the stops have no line, and the"
                        + " line has no stops but runs. Commit once.",
                ALL);
    }

    @Test
    @Order(4)
    @DisplayName("The answer is the number of stops that lost their line.")
    void answer() {
        boolean toldAlready =
                count("select count(*) from tram_stop where line_id is not null") == 0;
        Mistake.when(
                freed != 3 && !toldAlready,
                "Three stops lost their line, and the answer is "
                        + freed
                        + ". Count them before they let go.",
                DELETE);
    }

    private void committed() {
        Mistake.when(
                commits() == 0,
                "Everything was sent, and nothing of it holds: the session ended without a commit.",
                COMMIT);
    }

    private long commits() {
        return trace.events().stream().filter(event -> "commit".equals(event.border())).count();
    }
}
