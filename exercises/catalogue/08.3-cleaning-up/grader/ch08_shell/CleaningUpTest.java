package ch08_shell;

import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Clean up a garden")
class CleaningUpTest {
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

    private static final int ROWS = PLANTS + 2;

    private int cleanUp() {
        try {
            return new CleaningUp().cleanUp(db.session());
        } catch (ConstraintViolationException refused) {
            throw new Mistake(
                    "The database rejected deleting a bed, because plants still refer to"
                            + " it. Delete the plants first.",
                    PLAY);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("Afterwards both tables are empty, even for other connections.")
    void empty() {
        cleanUp();
        long plants = db.query(Plant.class).count();
        long beds = db.query(Bed.class).count();
        Mistake.when(
                plants + beds == ROWS,
                ROWS
                        + " rows were deleted, but they are all back after the shell was"
                        + " closed, because nothing was committed.",
                PLAY);
        Mistake.when(
                beds > 0,
                "Afterwards there is still " + beds + " bed, but both tables must be empty.",
                PLAY);
        Mistake.when(plants > 0, "Afterwards there are still " + plants + " plants.", PLAY);
    }

    @Test
    @Order(2)
    @DisplayName("The method returns the number of deleted rows.")
    void number() {
        int rows = cleanUp();
        Mistake.when(
                rows == ROWS - 1 && db.query(Bed.class).count() == 1,
                "Afterwards there is still 1 bed, but both tables must be empty.",
                PLAY);
        Mistake.when(
                rows != ROWS,
                "There were " + ROWS + " rows, but the method returned " + rows + ".",
                PLAY);
    }

    @Test
    @Order(3)
    @DisplayName("It takes two statements, however many rows there are.")
    void budget() {
        Trace trace = db.trace(this::cleanUp);
        Mistake.when(
                trace.selects() > 0,
                "All "
                        + ROWS
                        + " rows were loaded and deleted one by one. delete() of a query deletes"
                        + " all its rows at once and loads none.",
                PLAY);
        Mistake.when(
                trace.count() > 2,
                "Cleaning up took " + trace.count() + " statements, but two are enough.",
                PLAY);
    }
}
