package ch04_queries;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Flats to let (Flat, beside this file; its table is flat). One SELECT for each answer. */
public class FlatSearch {
    /**
     * Finds flats by what somebody filled in: this city, at least so many rooms, at most this rent.
     * A field that was left empty is null, and is no condition. The cheapest come first.
     */
    public static List<Flat> search(Database db, String city, Integer rooms, Integer most) {
        // TODO
        throw new NotSolvedYet("search");
    }

    /** Finds in each city the cheapest flat with at least so many rooms, by the city's name. */
    public static List<Flat> cheapestOfEachCity(Database db, int rooms) {
        // TODO In SQL of your own: createNativeQuery(…, Flat.class).
        throw new NotSolvedYet("find the cheapest of each city");
    }
}
