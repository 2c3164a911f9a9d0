package ch04_queries;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Searches for flats to let (Flat, next to this file; its table is flat). Each method sends one
 * SELECT.
 */
public class FlatSearch {
    /**
     * Finds flats in this city, with at least this many rooms and at most this rent, the cheapest
     * first. A field that was left empty is null and is not a condition.
     */
    public static List<Flat> search(Database db, String city, Integer rooms, Integer most) {
        // TODO
        throw new NotSolvedYet("search");
    }

    /** Finds the cheapest flat with at least this many rooms in each city, by the city's name. */
    public static List<Flat> cheapestOfEachCity(Database db, int rooms) {
        // TODO Write it in SQL: createNativeQuery(…, Flat.class).
        throw new NotSolvedYet("find the cheapest of each city");
    }
}
