package ch04_queries;

import static ormlab.query.Filters.greaterThanOrEqual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ormlab.Database;

/** The three queries that run all day. You don't need to change this class. */
public class BridgeQueries {
    /** Finds the last three passages of a license plate, the latest first. */
    public static List<Passage> latest(Database db, String plate) {
        return db.query(Passage.class)
                .filterBy("plate", plate)
                .orderBy("passedAt desc")
                .limit(3)
                .all();
    }

    /** Counts the passages through a lane since this time. */
    public static long since(Database db, int lane, Instant time) {
        return db.query(Passage.class)
                .filterBy("lane", lane)
                .filter(greaterThanOrEqual("passedAt", time))
                .count();
    }

    /** Counts the passages that were paid on this day. */
    public static long paidOn(Database db, LocalDate day) {
        return db.query(Passage.class).filterBy("paidOn", day).count();
    }
}
