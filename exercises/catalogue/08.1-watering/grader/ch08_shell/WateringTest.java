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
                            + " is already in the garden and was inserted again, which the database"
                            + " rejected, because the name is unique. Look it up first.",
                    PLAY);
        } catch (NoResultException | NoSuchElementException | NullPointerException nothing) {
            throw new Mistake(
                    "There is no plant called '"
                            + name
                            + "', and your code threw an error. one() requires a row; first()"
                            + " returns an Optional, and orElseGet handles an empty one.",
                    PLAY);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("An existing plant is watered once more, and the change is committed.")
    void there() {
        int number = water("tulip");
        Mistake.when(
                number != 1,
                "The tulip was watered once, but the method returned " + number + ".",
                PLAY);
        int stored = watered("tulip");
        Mistake.when(
                stored != 1,
                "The tulip was watered and the shell was closed, but the next shell finds"
                        + " it watered "
                        + stored
                        + " times. Without a commit, everything is rolled back when the session is"
                        + " closed.",
                PLAY);
        number = water("tulip");
        Mistake.when(
                number != 2 || watered("tulip") != 2,
                "The tulip was watered twice, but the method returned " + number + ".",
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
    @DisplayName("A missing plant is added, and watered once.")
    void notThere() {
        int number = water("fern");
        Mistake.when(number != 1, "The fern is new, but the method returned " + number + ".", PLAY);
        if (watered("tulip") == 0 && watered("fern") < 0) {
            tulipStays();
        }
        Mistake.when(
                watered("fern") < 0,
                "The fern was watered, but is not in the garden: the session ignores a"
                        + " new object until you add it.",
                PLAY);
        Mistake.when(
                watered("fern") != 1,
                "The fern is stored as watered " + watered("fern") + " times.",
                PLAY);
    }

    /** Reports a missing commit in the same words as the first task. */
    private void tulipStays() {
        db.closeSession();
        water("tulip");
        Mistake.when(
                watered("tulip") != 1,
                "The tulip was watered and the shell was closed, but the next shell finds"
                        + " it watered 0 times. Without a commit, everything is rolled back when"
                        + " the session is closed.",
                PLAY);
    }
}
