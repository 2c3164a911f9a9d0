package ch04_queries;

import java.util.Optional;
import ormlab.query.Query;

/**
 * Each method states what is possible. oneOrNone: there may be none, but two would be a mistake.
 * firstOr404: a visitor typed the number. one: the hotel has exactly one suite. first: any of
 * several rooms is fine, and the order decides which.
 */
public class FrontDesk {
    public static Optional<Room> roomOf(Query<Room> rooms, String guest) {
        return rooms.filterBy("guest", guest).oneOrNone();
    }

    public static Room page(Query<Room> rooms, int number) {
        return rooms.filterBy("number", number).firstOr404();
    }

    public static Room suite(Query<Room> rooms) {
        return rooms.filterBy("kind", "suite").one();
    }

    public static Optional<Room> free(Query<Room> rooms) {
        return rooms.filterBy("guest", null).orderBy("number").first();
    }
}
