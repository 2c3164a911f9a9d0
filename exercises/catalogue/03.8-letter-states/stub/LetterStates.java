package ch03_sessions;

import java.util.List;
import ormlab.grade.NotSolvedYet;
import ormlab.session.EntityState;

/**
 * The way of a letter through a session. Read PostOffice.java, which is beside this file, and
 * predict what the session says of the letter after each step. Then the grader runs it.
 */
public class LetterStates {
    /** Predicts the nine states: TRANSIENT, MANAGED, REMOVED or DETACHED. */
    static List<EntityState> predicted() {
        // TODO import static ormlab.session.EntityState.*; then List.of(TRANSIENT, …)
        throw new NotSolvedYet("predict the nine states");
    }
}
