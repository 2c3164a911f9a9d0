package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Empties the tables after playing. */
public class CleaningUp {
    /**
     * Deletes all plants and all beds, and makes it stay. Gives how many rows that were. Two
     * DELETEs are enough, however many rows there are.
     */
    public int cleanUp(DbSession session) {
        // TODO In which order? A plant refers to its bed.
        throw new NotSolvedYet("the number of rows");
    }
}
