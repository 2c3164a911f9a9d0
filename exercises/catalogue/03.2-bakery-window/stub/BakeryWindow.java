package ch03_sessions;

import java.util.List;
import ormlab.grade.NotSolvedYet;

/**
 * A baker writes down orders, and someone in the street counts them through the window. Read
 * Bakery.java, which is next to this file, and predict the numbers. The grader then runs it.
 */
public class BakeryWindow {
    /** Predicts how many orders are visible from outside after each of the seven steps. */
    static List<Integer> seen() {
        // TODO Return seven numbers: List.of(…)
        throw new NotSolvedYet("predict what is visible");
    }

    /** Predicts the id of the cake after steps 5, 6 and 7, or null where it has none. */
    static List<Integer> cakeIds() {
        // TODO Return three ids. The first order gets 1. List.of rejects null, so use
        // Arrays.asList(…).
        throw new NotSolvedYet("predict the cake's id");
    }
}
