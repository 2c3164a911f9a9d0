package ch03_sessions;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.session.EntityState;

@DisplayName("What is it now?")
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
                "There are nine steps, and " + predicted.size() + " states.",
                STATES);
    }

    @Test
    @Order(1)
    @DisplayName("You know the states of a new letter: steps 1 to 4.")
    void young() {
        step(1, "It was only made with new, and no session knows of it.", STATES);
        step(2, "The session looks after it from add on, though nothing was sent yet.", STATES);
        step(
                3,
                "It never had a row that stayed. After the rollback it is as new as at the beginning.",
                STATES);
        step(
                4,
                "A commit ends the transaction and not the session, which goes on looking after it.",
                STATES);
    }

    @Test
    @Order(2)
    @DisplayName("You know what clear and merge do: steps 5 to 7.")
    void letGo() {
        step(
                5,
                "clear lets go of the object. Its row is still there, so it is not new.",
                DETACHED_SECTION);
        step(
                6,
                "merge copies the values of the object that it is given, and leaves the object alone.",
                DETACHED_SECTION);
        step(
                7,
                "What merge gives back is the session's own object for this row.",
                DETACHED_SECTION);
    }

    @Test
    @Order(3)
    @DisplayName("You know what delete and rollback do: steps 8 and 9.")
    void gone() {
        step(8, "It is marked, and its row goes at the flush.", DELETE);
        step(
                9,
                "The row is safe again, but a rollback lets go of all objects: load it anew.",
                DELETE);
    }

    private void step(int number, String why, String section) {
        EntityState was = truth.said.get(number - 1);
        EntityState said = predicted.get(number - 1);
        Mistake.when(
                was != said,
                "After step " + number + " it is " + was + ", and you said " + said + ". " + why,
                section);
    }
}
