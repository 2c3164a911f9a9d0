package ch03_sessions;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.session.EntityState;

@DisplayName("States of a letter")
class LetterStatesTest {
    private static final String STATES = "03c_object_states, \"Four states\"";
    private static final String DETACHED_SECTION = "03d_delete_and_detach, \"Detached\"";
    private static final String DELETE = "03d_delete_and_detach, \"Delete\"";

    private final PostOffice truth = new PostOffice();
    private List<EntityState> predicted;

    @BeforeEach
    void run() {
        try (Database db = Database.open("sqlite://")) {
            db.models(Letter.class).createAll();
            truth.work(db);
        }
        predicted = LetterStates.predicted();
        Mistake.when(
                predicted.size() != truth.said.size(),
                "There are nine steps, but you predicted " + predicted.size() + " states.",
                STATES);
    }

    @Test
    @Order(1)
    @DisplayName("You predict the states of a new letter in steps 1 to 4.")
    void young() {
        step(1, "It was only created with new, so no session manages it.", STATES);
        step(
                2,
                "The session manages it as soon as add was called, although nothing was sent yet.",
                STATES);
        step(
                3,
                "Its row was never committed. After the rollback it is as new as at the"
                        + " beginning.",
                STATES);
        step(
                4,
                "A commit ends the transaction, but the session still manages its objects.",
                STATES);
    }

    @Test
    @Order(2)
    @DisplayName("You predict what clear and merge do in steps 5 to 7.")
    void letGo() {
        step(
                5,
                "clear detaches the object. Its row still exists, so it is not new.",
                DETACHED_SECTION);
        step(
                6,
                "merge copies the values of the object that you pass, and leaves that"
                        + " object unchanged.",
                DETACHED_SECTION);
        step(7, "merge returns the session's own object for this row.", DETACHED_SECTION);
    }

    @Test
    @Order(3)
    @DisplayName("You predict what delete and rollback do in steps 8 and 9.")
    void gone() {
        step(8, "It is marked as removed; its row is deleted at the flush.", DELETE);
        step(
                9,
                "The row is kept, but a rollback detaches all objects. Load it again to"
                        + " use it.",
                DELETE);
    }

    private void step(int number, String why, String section) {
        EntityState was = truth.said.get(number - 1);
        EntityState said = predicted.get(number - 1);
        Mistake.when(
                was != said,
                "After step "
                        + number
                        + " the letter is "
                        + was
                        + ", but you predicted "
                        + said
                        + ". "
                        + why,
                section);
    }
}
