package ch08_shell;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Try it, then roll back")
class DryRunTest {
    private static final String PLAY = "08_shell, \"Play time\"";
    private static final int PLANTS = 12;

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void garden() {
        db.models(Bed.class, Plant.class).createAll();
        Bed north = new Bed("north");
        db.session().add(north);
        IntStream.range(0, PLANTS).forEach(i -> db.session().add(new Plant("rose " + i, north)));
        db.session().add(new Plant("tulip", north));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The method returns how many plants have a name with this beginning.")
    void number() {
        int rows = new DryRun().wouldDelete(db.session(), "rose");
        Mistake.when(
                rows == 0,
                PLANTS
                        + " plants have a name that begins with 'rose', but the method"
                        + " returned 0: filterBy only matches the exact name 'rose'. Use"
                        + " like with a % at the end.",
                PLAY);
        Mistake.when(
                rows != PLANTS,
                PLANTS
                        + " plants have a name that begins with 'rose', but the method"
                        + " returned "
                        + rows
                        + ".",
                PLAY);
    }

    @Test
    @Order(2)
    @DisplayName("Afterwards everything is as before, and the session still works.")
    void asBefore() {
        new DryRun().wouldDelete(db.session(), "rose");
        long here = db.query(Plant.class).count();
        db.closeSession();
        long stored = db.query(Plant.class).count();
        Mistake.when(
                stored < PLANTS,
                PLANTS
                        + " plants are gone, although this was only a trial: commit() stored the"
                        + " deletion. rollback() undoes it.",
                PLAY);
        Mistake.when(
                here < PLANTS,
                "The deletion is still in the session's transaction: for this session,"
                        + " the "
                        + PLANTS
                        + " plants are gone, and the next commit would store that. Undo it with"
                        + " rollback().",
                PLAY);
    }

    @Test
    @Order(3)
    @DisplayName("The deletion is tried with one DELETE.")
    void tried() {
        Trace trace = db.trace(() -> new DryRun().wouldDelete(db.session(), "rose"));
        long deletes =
                trace.statements().stream().filter(sent -> sent.sql().startsWith("delete")).count();
        Mistake.when(
                deletes == 0,
                "The number is right, but no DELETE was sent: the rows were only counted."
                        + " That does not show whether the database accepts the deletion. Send the"
                        + " DELETE.",
                PLAY);
        Mistake.when(deletes > 1, deletes + " DELETEs were sent, but one is enough.", PLAY);
    }
}
