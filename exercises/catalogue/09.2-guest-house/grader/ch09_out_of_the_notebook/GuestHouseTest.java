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
    @DisplayName("Stays are sorted by room in both directions, and stays without a room come last.")
    void byRoom() {
        List<Integer> up = rooms(true);
        List<Integer> down = rooms(false);
        boolean firstUp = up.indexOf(null) == 0;
        boolean firstDown = down.indexOf(null) == 0;
        // Which direction is wrong depends on the database, but the mistake is the same.
        Mistake.when(
                firstUp != firstDown,
                "In one direction Joanna, who has no room, comes first, because the"
                        + " database decides where null is sorted: SQLite before all rooms,"
                        + " PostgreSQL after them. Use nulls last in both directions.",
                SAME);
        Mistake.when(
                firstUp || firstDown,
                "Joanna has no room, but comes first in both directions. Sort stays"
                        + " without a room last.",
                SAME);
        Mistake.when(
                !up.equals(Arrays.asList(1, 3, 12, null)),
                "In ascending order, the rooms are " + up + ".",
                SAME);
        Mistake.when(
                !down.equals(Arrays.asList(12, 3, 1, null)),
                "In descending order, the rooms are " + down + ".",
                SAME);
    }

    @Test
    @Order(2)
    @DisplayName("A part of a name finds its guests, in upper or lower case.")
    void named() {
        List<String> found =
                GuestHouse.named(db.session(), "anna").stream()
                        .map(Stay::getGuest)
                        .sorted()
                        .toList();
        Mistake.when(
                found.equals(List.of("Hannah", "Joanna")),
                "'anna' finds [Hannah, Joanna], but not 'ANNA': like distinguishes upper"
                        + " and lower case.",
                CASE);
        Mistake.when(
                !found.equals(List.of("ANNA", "Hannah", "Joanna")),
                "'anna' finds " + found + " instead of [ANNA, Hannah, Joanna].",
                CASE);
    }

    @Test
    @Order(3)
    @DisplayName("A guest who already has a stay is refused, and the session still works.")
    void checkIn() {
        Mistake.when(
                !GuestHouse.checkIn(db.session(), new Stay("Susan", 4)),
                "Susan is new, but was refused.",
                FAILED);
        boolean letIn = false;
        try {
            letIn = GuestHouse.checkIn(db.session(), new Stay("Fred", 5));
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Fred already has a stay, and the database's error reached the"
                            + " caller. Return false instead.",
                    FAILED);
        }
        Mistake.when(letIn, "Fred already has a stay, but the method returned true.", FAILED);
        try {
            Mistake.when(
                    !GuestHouse.checkIn(db.session(), new Stay("Steve", 6)),
                    "After Fred was refused, Steve was refused as well.",
                    FAILED);
        } catch (OrmlabException failed) {
            throw new Mistake(
                    "After Fred was refused, storing Steve threw an error. A failed"
                            + " transaction accepts no more statements: PostgreSQL rejects them,"
                            + " and on SQLite the session does. rollback() ends it.",
                    FAILED);
        }
        db.closeSession();
        long stored = db.query(Stay.class).count();
        Mistake.when(stored != 6, "Six guests should be stored, but " + stored + " are.", FAILED);
    }

    @Test
    @Order(4)
    @DisplayName("The newest stay is found, even if ids are missing.")
    void newest() {
        db.query(Stay.class).filterBy("guest", "Hannah").delete();
        db.session().commit();
        db.session().add(new Stay("Zoe", 2));
        db.session().flush();
        db.session().rollback(); // PostgreSQL does not use this id again, but SQLite does.
        db.session().add(new Stay("Ada", 7));
        db.session().commit();
        db.closeSession();
        Optional<Stay> newest = GuestHouse.newest(db.session());
        String guest = newest.map(Stay::getGuest).orElse(null);
        Mistake.when(
                "Fred".equals(guest),
                "Ada came last, but the method returned Fred, whose id is 4. There are"
                        + " four stays, but Ada's id is larger, because a stay was deleted. The"
                        + " number of rows is not the last id.",
                SAME);
        Mistake.when(
                !Objects.equals(guest, "Ada"),
                "Ada came last, but the newest stay is that of "
                        + (guest == null ? "nobody" : guest)
                        + ".",
                SAME);
    }
}
