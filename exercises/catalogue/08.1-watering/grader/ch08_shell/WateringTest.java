package ch08_shell;

import jakarta.persistence.NoResultException;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("Water a plant from a shell")
class WateringTest {
    private static final String PLAY = "08_shell, \"Play time\"";
    private static final String SESSION = "08_shell, \"One long session\"";
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

    private int water(String name) {
        try {
            return new Watering().water(db.session(), name);
        } catch (ConstraintViolationException twice) {
            throw new Mistake(
                    "The "
                            + name
                            + " is in the garden already, and was inserted once more, which the"
                            + " database refused: the name is unique. Look it up first.",
                    PLAY);
        } catch (NoResultException | NoSuchElementException | NullPointerException nothing) {
            throw new Mistake(
                    "There is no plant called '"
                            + name
                            + "', and the line ended in an error. one() insists on one; first() gives an"
                            + " Optional, and orElseGet says what to do with nothing.",
                    PLAY);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("A plant that is there is watered once more, and stays so.")
    void there() {
        int number = water("tulip");
        Mistake.when(
                number != 1, "The tulip was watered once, and the answer is " + number + ".", PLAY);
        int stored = watered("tulip");
        Mistake.when(
                stored != 1,
                "The tulip was watered and the shell closed, and the next one finds it watered "
                        + stored
                        + " times. What was sent is given up with the session when nobody commits.",
                PLAY);
        number = water("tulip");
        Mistake.when(
                number != 2 || watered("tulip") != 2,
                "The tulip was watered twice, and the answer is " + number + ".",
                PLAY);
    }

    private int watered(String name) {
        return db.query(Plant.class)
                .filterBy("name", name)
                .first()
                .map(Plant::getWatered)
                .orElse(-1);
    }

    @Test
    @Order(2)
    @DisplayName("A plant that is not there is added, and watered once.")
    void notThere() {
        int number = water("fern");
        Mistake.when(number != 1, "The fern is new, and the answer is " + number + ".", PLAY);
        if (watered("tulip") == 0 && watered("fern") < 0) {
            tulipStays();
        }
        Mistake.when(
                watered("fern") < 0,
                "The fern was watered and is not in the garden: a new object is nothing to the session"
                        + " until it is added.",
                PLAY);
        Mistake.when(
                watered("fern") != 1,
                "The fern is stored as watered " + watered("fern") + " times.",
                PLAY);
    }

    /** Who commits nothing is told so by the first task, in the same words here. */
    private void tulipStays() {
        db.closeSession();
        water("tulip");
        Mistake.when(
                watered("tulip") != 1,
                "The tulip was watered and the shell closed, and the next one finds it watered 0 times."
                        + " What was sent is given up with the session when nobody commits.",
                PLAY);
    }
}
