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
                    "The session refused to delete line 4, because stops still refer to"
                            + " it. Call setLine(null) on each of them first.",
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
    @DisplayName("The line is deleted, and the other line is not.")
    void line() {
        committed();
        Mistake.when(
                count("select count(*) from tram_line") == 2,
                "Its stops have no line any more, but line 4 is still in the table.",
                DELETE);
        Mistake.when(
                count("select count(*) from tram_line where name = '7'") == 0,
                "Line 7 was deleted as well.",
                DELETE);
    }

    @Test
    @Order(2)
    @DisplayName("All stops are still there, and those of line 4 have no line.")
    void stops() {
        committed();
        Mistake.when(
                count("select count(*) from tram_stop") < 4,
                "Of 4 stops, "
                        + count("select count(*) from tram_stop")
                        + " are left: the others were deleted with their line. Use setLine(null) to"
                        + " keep a stop without a line.",
                DELETE);
        Mistake.when(
                count("select count(*) from tram_stop where line_id is not null") == 0,
                "The Zoo lost its line as well, which is line 7. Only change the stops of"
                        + " line 4: filterBy(\"line\", line).",
                DELETE);
    }

    @Test
    @Order(3)
    @DisplayName("Everything happens in one commit.")
    void oneCommit() {
        committed();
        Mistake.when(
                commits() > 1,
                "The method needed "
                        + commits()
                        + " commits. If the program stops between them, the stops have lost a line"
                        + " that still exists. Commit once.",
                ALL);
    }

    @Test
    @Order(4)
    @DisplayName("The method returns how many stops lost their line.")
    void answer() {
        boolean toldAlready =
                count("select count(*) from tram_stop where line_id is not null") == 0;
        Mistake.when(
                freed != 3 && !toldAlready,
                "Three stops lost their line, but the method returned "
                        + freed
                        + ". Count them before you change them.",
                DELETE);
    }

    private void committed() {
        Mistake.when(
                commits() == 0,
                "Everything was sent and then rolled back, because the session ended"
                        + " without a commit.",
                COMMIT);
    }

    private long commits() {
        return trace.events().stream().filter(event -> "commit".equals(event.border())).count();
    }
}
