package ch04_queries;

import java.util.Optional;
import ormlab.grade.NotSolvedYet;
import ormlab.query.Query;

/** The front desk of a hotel. TODO Choose for each method the word that fits its promise. */
public class FrontDesk {
    /** A guest has one room or none. Two rooms are a mistake in the book, and must be an error. */
    public static Optional<Room> roomOf(Query<Room> rooms, String guest) {
        throw new NotSolvedYet("find the room of " + guest);
    }

    /** The web page of a room. For a number that no room has, the answer is "not found" (404). */
    public static Room page(Query<Room> rooms, int number) {
        throw new NotSolvedYet("find the room " + number);
    }

    /** There is exactly one room of the kind "suite"; anything else must be an error. */
    public static Room suite(Query<Room> rooms) {
        throw new NotSolvedYet("find the suite");
    }

    /** The free room with the lowest number, if any is free. A free room has no guest. */
    public static Optional<Room> free(Query<Room> rooms) {
        throw new NotSolvedYet("find a free room");
    }
}
