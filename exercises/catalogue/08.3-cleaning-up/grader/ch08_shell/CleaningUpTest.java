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
                    "The database refused to delete a bed, because plants still refer to it. Delete the"
                            + " plants first.",
                    PLAY);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("Both tables are empty afterwards, also for who looks from elsewhere.")
    void empty() {
        cleanUp();
        long plants = db.query(Plant.class).count();
        long beds = db.query(Bed.class).count();
        Mistake.when(
                plants + beds == ROWS,
                ROWS
                        + " rows were deleted, the shell was closed, and they are all there again: nobody"
                        + " committed.",
                PLAY);
        Mistake.when(
                beds > 0,
                "Afterwards there is still " + beds + " bed. Both tables are to be empty.",
                PLAY);
        Mistake.when(plants > 0, "Afterwards there are still " + plants + " plants.", PLAY);
    }

    @Test
    @Order(2)
    @DisplayName("The answer is the number of rows that were deleted.")
    void number() {
        int rows = cleanUp();
        Mistake.when(
                rows == ROWS - 1 && db.query(Bed.class).count() == 1,
                "Afterwards there is still 1 bed. Both tables are to be empty.",
                PLAY);
        Mistake.when(
                rows != ROWS,
                "There were " + ROWS + " rows, and the answer is " + rows + ".",
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
                        + " rows were loaded to be deleted one by one. A query has a delete() that"
                        + " deletes all its rows at once and loads none.",
                PLAY);
        Mistake.when(
                trace.count() > 2,
                "Cleaning up took " + trace.count() + " statements, and two do.",
                PLAY);
    }
}
