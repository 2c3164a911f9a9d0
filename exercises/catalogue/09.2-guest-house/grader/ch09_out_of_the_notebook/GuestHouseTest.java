package ch09_out_of_the_notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;

@DisplayName("One house, two databases")
class GuestHouseTest {
    private static final String SAME = "09_out_of_the_notebook, \"The same cells on PostgreSQL\"";
    private static final String CASE = "04_queries, \"Beyond equality\"";
    private static final String FAILED = "03b_all_or_nothing, \"When a commit fails\"";

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void stays() {
        db.models(Stay.class).createAll();
        for (Stay stay :
                List.of(
                        new Stay("Hannah", 3),
                        new Stay("Joanna", null),
                        new Stay("ANNA", 1),
                        new Stay("Fred", 12))) {
            db.session().add(stay);
            db.session().commit();
        }
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<Integer> rooms(boolean upwards) {
        return GuestHouse.byRoom(db.session(), upwards).stream().map(Stay::getRoom).toList();
    }

    @Test
    @Order(1)
    @DisplayName("The list goes by room, up and down, and who has no room is last both times.")
    void byRoom() {
        List<Integer> up = rooms(true);
        List<Integer> down = rooms(false);
        boolean firstUp = up.indexOf(null) == 0;
        boolean firstDown = down.indexOf(null) == 0;
        // Which of the two it is depends on the database, and the mistake does not.
        Mistake.when(
                firstUp != firstDown,
                "In one direction Joanna, who has no room, is the first of the list: where null"
                        + " belongs was left to the database. SQLite takes it for smaller than all"
                        + " rooms, PostgreSQL for greater. Say nulls last, both times.",
                SAME);
        Mistake.when(
                firstUp || firstDown,
                "Joanna has no room, and is the first of the list in both directions. Who has none"
                        + " comes last.",
                SAME);
        Mistake.when(
                !up.equals(Arrays.asList(1, 3, 12, null)),
                "Upwards the rooms are " + up + ".",
                SAME);
        Mistake.when(
                !down.equals(Arrays.asList(12, 3, 1, null)),
                "Downwards the rooms are " + down + ".",
                SAME);
    }

    @Test
    @Order(2)
    @DisplayName("A part of a name finds its guests, in capitals or not.")
    void named() {
        List<String> found =
                GuestHouse.named(db.session(), "anna").stream()
                        .map(Stay::getGuest)
                        .sorted()
                        .toList();
        Mistake.when(
                found.equals(List.of("Hannah", "Joanna")),
                "'anna' finds [Hannah, Joanna], and not 'ANNA': to like, capitals are other"
                        + " letters.",
                CASE);
        Mistake.when(
                !found.equals(List.of("ANNA", "Hannah", "Joanna")),
                "'anna' finds " + found + ", and not [ANNA, Hannah, Joanna].",
                CASE);
    }

    @Test
    @Order(3)
    @DisplayName("Who is there already is not let in twice, and the session works on.")
    void checkIn() {
        Mistake.when(
                !GuestHouse.checkIn(db.session(), new Stay("Susan", 4)),
                "Susan is new, and was not let in.",
                FAILED);
        boolean letIn = false;
        try {
            letIn = GuestHouse.checkIn(db.session(), new Stay("Fred", 5));
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Fred is there already, the database refused him, and the error reached whoever"
                            + " asked to let him in. The answer is false.",
                    FAILED);
        }
        Mistake.when(letIn, "Fred is there already, and the answer is true.", FAILED);
        try {
            Mistake.when(
                    !GuestHouse.checkIn(db.session(), new Stay("Steve", 6)),
                    "After Fred was refused, Steve was refused, too.",
                    FAILED);
        } catch (OrmlabException failed) {
            throw new Mistake(
                    "After Fred was refused, Steve ended in an error: a transaction that has failed"
                            + " takes nothing more, on PostgreSQL by itself and on SQLite because the"
                            + " session sees to it. rollback() ends it.",
                    FAILED);
        }
        db.closeSession();
        long stored = db.query(Stay.class).count();
        Mistake.when(stored != 6, "Six guests should be stored, and " + stored + " are.", FAILED);
    }

    @Test
    @Order(4)
    @DisplayName("The newest stay is found, whatever numbers were left out.")
    void newest() {
        db.query(Stay.class).filterBy("guest", "Hannah").delete();
        db.session().commit();
        db.session().add(new Stay("Zoe", 2));
        db.session().flush();
        db.session().rollback(); // PostgreSQL does not give this number again, SQLite does
        db.session().add(new Stay("Ada", 7));
        db.session().commit();
        db.closeSession();
        Optional<Stay> newest = GuestHouse.newest(db.session());
        String guest = newest.map(Stay::getGuest).orElse(null);
        Mistake.when(
                "Fred".equals(guest),
                "Ada came last, and the newest is said to be Fred, whose number is 4. There are"
                        + " four stays, and her number is greater, because one was deleted: how many"
                        + " there are says nothing about the last number.",
                SAME);
        Mistake.when(
                !Objects.equals(guest, "Ada"),
                "Ada came last, and the newest is said to be "
                        + (guest == null ? "nobody" : guest)
                        + ".",
                SAME);
    }
}
