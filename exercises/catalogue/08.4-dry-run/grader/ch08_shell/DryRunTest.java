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

@DisplayName("Try it, then take it back")
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
    @DisplayName("The answer is how many plants have a name that begins like this.")
    void number() {
        int rows = new DryRun().wouldDelete(db.session(), "rose");
        Mistake.when(
                rows == 0,
                PLANTS
                        + " plants have a name that begins with 'rose', and the answer is 0: filterBy asks"
                        + " for names that are just 'rose'. like with a % asks for a beginning.",
                PLAY);
        Mistake.when(
                rows != PLANTS,
                PLANTS
                        + " plants have a name that begins with 'rose', and the answer is "
                        + rows
                        + ".",
                PLAY);
    }

    @Test
    @Order(2)
    @DisplayName("Afterwards everything is as before, and the session works on.")
    void asBefore() {
        new DryRun().wouldDelete(db.session(), "rose");
        long here = db.query(Plant.class).count();
        db.closeSession();
        long stored = db.query(Plant.class).count();
        Mistake.when(
                stored < PLANTS,
                "It was to be a trial, and "
                        + PLANTS
                        + " plants are gone: commit() made it stay. rollback() takes it back.",
                PLAY);
        Mistake.when(
                here < PLANTS,
                "The session still holds the deletion: to it the "
                        + PLANTS
                        + " plants are gone, and the next commit makes it stay. Take it back with"
                        + " rollback().",
                PLAY);
    }

    @Test
    @Order(3)
    @DisplayName("The deletion was really tried: one DELETE was sent.")
    void tried() {
        Trace trace = db.trace(() -> new DryRun().wouldDelete(db.session(), "rose"));
        long deletes =
                trace.statements().stream().filter(sent -> sent.sql().startsWith("delete")).count();
        Mistake.when(
                deletes == 0,
                "The number is right, and no DELETE was sent: it was only counted. Whether the database"
                        + " would allow the deletion is not known that way; try it.",
                PLAY);
        Mistake.when(deletes > 1, deletes + " DELETEs were sent, and one does.", PLAY);
    }
}
