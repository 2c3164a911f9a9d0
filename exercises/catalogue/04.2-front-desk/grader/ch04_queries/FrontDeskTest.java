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

    /** Returns the error that the code throws, or null. NotSolvedYet is passed on. */
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
    @DisplayName("A guest's room is found; no room is an empty Optional, two rooms are an error.")
    void roomOf() {
        Optional<Room> fred = FrontDesk.roomOf(rooms, "fred");
        Mistake.when(
                fred == null || fred.isEmpty() || fred.get().getNumber() != 7,
                "Fred has room 7, but roomOf returns " + fred + ".",
                CONDITIONS);
        RuntimeException nobody = error(() -> FrontDesk.roomOf(rooms, "nobody"));
        Mistake.when(
                nobody instanceof NoResultException || nobody instanceof NotFound,
                "For a guest without a room, roomOf throws '"
                        + (nobody == null ? "" : nobody.getMessage())
                        + "'. Having no room is normal: return an empty Optional.",
                ONE);
        Mistake.when(
                nobody != null
                        || FrontDesk.roomOf(rooms, "nobody") == null
                        || FrontDesk.roomOf(rooms, "nobody").isPresent(),
                "For a guest without a room, roomOf must return an empty Optional.",
                ONE);
        add(new Room(8, "single", "fred"));
        RuntimeException twice = error(() -> FrontDesk.roomOf(rooms, "fred"));
        Mistake.when(
                twice == null,
                "Fred has two rooms, but roomOf silently returns one of them. first()"
                        + " takes any row; use a method that throws if there are several.",
                ONE);
        Mistake.when(
                !(twice instanceof NonUniqueResultException),
                "For two rooms of one guest, roomOf throws: " + twice,
                ONE);
    }

    @Test
    @Order(2)
    @DisplayName("A room is found by its number; for any other number, the page is 404.")
    void page() {
        RuntimeException missing = error(() -> FrontDesk.page(rooms, 99));
        RuntimeException found = error(() -> FrontDesk.page(rooms, 12));
        Mistake.when(
                found instanceof NotFound && error(() -> FrontDesk.page(rooms, 1)) == null,
                "page(12) finds nothing, but page(1) would find room 12: get looks for"
                        + " the id that the database generated. The number is a different"
                        + " attribute.",
                ONE);
        Mistake.when(
                found != null
                        || FrontDesk.page(rooms, 12) == null
                        || FrontDesk.page(rooms, 12).getNumber() != 12,
                "page(12) does not return room 12: "
                        + (found == null ? FrontDesk.page(rooms, 12) : found),
                ONE);
        Mistake.when(
                missing == null,
                "page(99) returns "
                        + (missing == null ? FrontDesk.page(rooms, 99) : "")
                        + " instead of throwing NotFound.",
                ONE);
        Mistake.when(
                !(missing instanceof NotFound),
                "page(99) throws "
                        + missing.getClass().getSimpleName()
                        + ", which a web page reports as \"something is broken\". Only NotFound"
                        + " becomes a 404.",
                ONE);
    }

    @Test
    @Order(3)
    @DisplayName("The suite is found; no suite or two suites are an error.")
    void suite() {
        Room suite = FrontDesk.suite(rooms);
        Mistake.when(
                suite == null || suite.getNumber() != 31,
                "The suite is room 31, but suite() returns " + suite + ".",
                ONE);
        add(new Room(32, "suite", null));
        Mistake.when(
                error(() -> FrontDesk.suite(rooms)) == null,
                "There are two suites now, but suite() silently returns one of them."
                        + " one() throws unless there is exactly one.",
                ONE);
    }

    @Test
    @Order(4)
    @DisplayName("The free room with the lowest number is found, if a room is free.")
    void free() {
        RuntimeException failed = error(() -> FrontDesk.free(rooms));
        Mistake.when(
                failed instanceof NonUniqueResultException,
                "Three rooms are free, and free() throws an error. Any number of rooms"
                        + " may be free; first() takes the first of them.",
                ONE);
        Mistake.when(failed != null, "free() throws: " + failed, ONE);
        Optional<Room> free = FrontDesk.free(rooms);
        Mistake.when(
                free.isEmpty(),
                "free() finds no room, although three have no guest. In the database,"
                        + " \"no guest\" is null, not an empty text.",
                CONDITIONS);
        Mistake.when(
                free.get().getGuest() != null,
                "Room "
                        + free.get().getNumber()
                        + " is not free: its guest is "
                        + free.get().getGuest()
                        + ".",
                CONDITIONS);
        Mistake.when(
                free.get().getNumber() != 4,
                "The lowest free number is 4, but free() returns "
                        + free.get()
                        + ". Without an orderBy, first() returns whichever row the database finds"
                        + " first.",
                ORDER);
    }
}
