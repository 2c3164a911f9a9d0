package ch04_queries;

import java.util.Optional;
import ormlab.grade.NotSolvedYet;
import ormlab.query.Query;

/** The front desk of a hotel. TODO Choose the query method that fits the promise of each method. */
public class FrontDesk {
    /**
     * Returns a guest's room, or empty. Two rooms for one guest are a mistake in the book and must
     * be an error.
     */
    public static Optional<Room> roomOf(Query<Room> rooms, String guest) {
        throw new NotSolvedYet("find the room of " + guest);
    }

    /**
     * Returns the room for a web page. For a number that no room has, the response is "not found"
     * (404).
     */
    public static Room page(Query<Room> rooms, int number) {
        throw new NotSolvedYet("find the room " + number);
    }

    /** Returns the only room of the kind "suite"; anything but exactly one must be an error. */
    public static Room suite(Query<Room> rooms) {
        throw new NotSolvedYet("find the suite");
    }

    /** Returns the free room with the lowest number, or empty. A free room has no guest. */
    public static Optional<Room> free(Query<Room> rooms) {
        throw new NotSolvedYet("find a free room");
    }
}
