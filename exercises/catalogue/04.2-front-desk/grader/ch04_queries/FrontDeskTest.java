package ch04_queries;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.query.NotFound;
import ormlab.query.Query;

@DisplayName("Rooms of a hotel")
class FrontDeskTest {
    private static final String ONE = "04_queries, \"None, one, or many\"";
    private static final String ORDER = "04_queries, \"Order and limit\"";
    private static final String CONDITIONS = "04_queries, \"Conditions\"";

    private final Database db = Database.open("sqlite://");
    private final Query<Room> rooms = db.query(Room.class);

    @BeforeEach
    void rooms() {
        db.models(Room.class).createAll();
        add(
                new Room(12, "double", null),
                new Room(3, "double", "susan"),
                new Room(7, "single", "fred"),
                new Room(31, "suite", null));
        add(new Room(4, "single", null));
    }

    private void add(Room... rooms) {
        db.session().addAll((Object[]) rooms);
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** Gives the error that the code ends in, or null; what is still to do goes on as it is. */
    private static RuntimeException error(Supplier<?> code) {
        try {
            code.get();
            return null;
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    @Test
    @Order(1)
    @DisplayName("A guest's room is found, no room is an empty Optional, two rooms are an error.")
    void roomOf() {
        Optional<Room> fred = FrontDesk.roomOf(rooms, "fred");
        Mistake.when(
                fred == null || fred.isEmpty() || fred.get().getNumber() != 7,
                "Fred lives in room 7, and roomOf gives " + fred + ".",
                CONDITIONS);
        RuntimeException nobody = error(() -> FrontDesk.roomOf(rooms, "nobody"));
        Mistake.when(
                nobody instanceof NoResultException || nobody instanceof NotFound,
                "For a guest without a room came the error '"
                        + (nobody == null ? "" : nobody.getMessage())
                        + "'. It is quite usual to have none: an empty Optional says so.",
                ONE);
        Mistake.when(
                nobody != null
                        || FrontDesk.roomOf(rooms, "nobody") == null
                        || FrontDesk.roomOf(rooms, "nobody").isPresent(),
                "A guest without a room must be an empty Optional.",
                ONE);
        add(new Room(8, "single", "fred"));
        RuntimeException twice = error(() -> FrontDesk.roomOf(rooms, "fred"));
        Mistake.when(
                twice == null,
                "Fred stands in the book twice, and roomOf gives one of his rooms without a word."
                        + " first() takes any; who says that there is at most one wants to be told.",
                ONE);
        Mistake.when(
                !(twice instanceof NonUniqueResultException),
                "Two rooms of one guest end in: " + twice,
                ONE);
    }

    @Test
    @Order(2)
    @DisplayName("The page of a room is found by its number; another number is 404.")
    void page() {
        RuntimeException missing = error(() -> FrontDesk.page(rooms, 99));
        RuntimeException found = error(() -> FrontDesk.page(rooms, 12));
        Mistake.when(
                found instanceof NotFound && error(() -> FrontDesk.page(rooms, 1)) == null,
                "Room 12 is not found, and number 1 would be: get looks for the id, which the database"
                        + " gave. The number is an attribute of its own.",
                ONE);
        Mistake.when(
                found != null
                        || FrontDesk.page(rooms, 12) == null
                        || FrontDesk.page(rooms, 12).getNumber() != 12,
                "page(12) does not give room 12: "
                        + (found == null ? FrontDesk.page(rooms, 12) : found),
                ONE);
        Mistake.when(
                missing == null,
                "page(99) gives "
                        + (missing == null ? FrontDesk.page(rooms, 99) : "")
                        + ", and no error.",
                ONE);
        Mistake.when(
                !(missing instanceof NotFound),
                "page(99) ends in "
                        + missing.getClass().getSimpleName()
                        + ". A web page answers that with \"something is broken\"; NotFound is what it"
                        + " answers with 404.",
                ONE);
    }

    @Test
    @Order(3)
    @DisplayName("The suite is found, and no suite or two suites are an error.")
    void suite() {
        Room suite = FrontDesk.suite(rooms);
        Mistake.when(
                suite == null || suite.getNumber() != 31,
                "The suite is 31, not " + suite + ".",
                ONE);
        add(new Room(32, "suite", null));
        Mistake.when(
                error(() -> FrontDesk.suite(rooms)) == null,
                "There are two suites now, and suite() gives one of them without a word. one() keeps"
                        + " the promise that there is exactly one.",
                ONE);
    }

    @Test
    @Order(4)
    @DisplayName("The free room with the lowest number is found, if any is free.")
    void free() {
        RuntimeException failed = error(() -> FrontDesk.free(rooms));
        Mistake.when(
                failed instanceof NonUniqueResultException,
                "Three rooms are free, and that is an error here. Any number of rooms may be free;"
                        + " first() takes the first of them.",
                ONE);
        Mistake.when(failed != null, "free() ends in: " + failed, ONE);
        Optional<Room> free = FrontDesk.free(rooms);
        Mistake.when(
                free.isEmpty(),
                "No room is free, though three have no guest. In the database \"no guest\" is null,"
                        + " which is not the empty text.",
                CONDITIONS);
        Mistake.when(
                free.get().getGuest() != null,
                "Room "
                        + free.get().getNumber()
                        + " is not free: "
                        + free.get().getGuest()
                        + " lives there.",
                CONDITIONS);
        Mistake.when(
                free.get().getNumber() != 4,
                "The lowest free number is 4, and free() gives "
                        + free.get()
                        + ". Without an orderBy, first() takes whichever row the database finds first.",
                ORDER);
    }
}
