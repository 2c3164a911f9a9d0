package ch03_sessions;

import java.util.List;
import ormlab.grade.NotSolvedYet;

/**
 * A baker writes down orders; somebody in the street counts them through the window. Read
 * Bakery.java, which is beside this file, and predict. Then the grader runs it.
 */
public class BakeryWindow {
    /** Predicts how many orders are seen from outside after each of the seven steps. */
    static List<Integer> seen() {
        // TODO Seven numbers: List.of(…)
        throw new NotSolvedYet("predict what is seen");
    }

    /** Predicts the id of the cake after the steps 5, 6 and 7; null where it has none. */
    static List<Integer> cakeIds() {
        // TODO Three ids. The first order gets 1, and List.of takes no null: Arrays.asList(…)
        throw new NotSolvedYet("predict the cake's id");
    }
}
