package ch03_sessions;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Labels for ten pots")
class PlantLabelsTest {
    private static final String REGISTER = "03c_object_states, \"One row, one object\"";
    private static final List<Integer> POTS = List.of(3, 1, 3, 3, 1, 3, 3, 1, 3, 1);
    private static final int DIFFERENT = 2;

    private final Database db = Database.open("sqlite://");
    private List<String> labels;
    private Trace trace;

    @BeforeEach
    void print() {
        db.models(Plant.class).createAll();
        db.session()
                .addAll(
                        new Plant(1, "mint"),
                        new Plant(2, "ivy"),
                        new Plant(3, "aloe"),
                        new Plant(4, "fern"));
        db.session().commit();
        db.closeSession();
        trace = db.trace(() -> labels = PlantLabels.labels(db, POTS));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Each pot has the label of its plant, in the order of the pots.")
    void labels() {
        List<String> right = POTS.stream().map(id -> id == 1 ? "mint" : "aloe").toList();
        Mistake.when(
                labels.size() == DIFFERENT,
                "There are 10 pots, but the labels are "
                        + labels
                        + ": a query returns each row once, even if its id occurs several times.",
                REGISTER);
        Mistake.when(
                !labels.equals(right),
                "The pots hold the plants " + POTS + ", but the labels are " + labels + ".",
                REGISTER);
    }

    @Test
    @Order(2)
    @DisplayName("No plant costs more than one SELECT.")
    void selects() {
        boolean byOtherSessions =
                trace.events().stream().filter(event -> event.border() != null).count() > 1;
        Mistake.when(
                trace.selects() > DIFFERENT && byOtherSessions,
                "Loading two different plants took "
                        + trace.selects()
                        + " SELECTs, each in its own session. A new session has no entities yet, so"
                        + " look up all plants in one session.",
                REGISTER);
        Mistake.when(
                trace.selects() > DIFFERENT,
                "Loading two different plants took "
                        + trace.selects()
                        + " SELECTs. A query always goes to the database, even if it filters by id."
                        + " find(…) and get(…) check the session's entities first.",
                REGISTER);
    }

    @Test
    @Order(3)
    @DisplayName("Only the rows of these plants are read.")
    void rows() {
        long rows = trace.statements().stream().mapToLong(TracedStatement::rows).sum();
        Mistake.when(
                trace.selects() <= DIFFERENT && rows > DIFFERENT,
                rows
                        + " rows were read for two different plants. It is one SELECT, but"
                        + " it grows with the nursery, not with the pots.",
                REGISTER);
    }
}
