package ch04_queries;

import java.util.Optional;
import ormlab.query.Query;

public class FrontDesk {
    public static Optional<Room> roomOf(Query<Room> rooms, String guest) {
        return rooms.filterBy("guest", guest).oneOrNone();
    }

    public static Room page(Query<Room> rooms, int number) {
        return rooms.filterBy("number", number).first().orElseThrow();
    }

    public static Room suite(Query<Room> rooms) {
        return rooms.filterBy("kind", "suite").one();
    }

    public static Optional<Room> free(Query<Room> rooms) {
        return rooms.filterBy("guest", null).orderBy("number").first();
    }
}
