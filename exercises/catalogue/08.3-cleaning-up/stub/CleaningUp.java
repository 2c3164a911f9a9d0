package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Empties the tables after some experiments. */
public class CleaningUp {
    /**
     * Deletes all plants and all beds, and commits. Returns the number of deleted rows. Two DELETEs
     * are enough, however many rows there are.
     */
    public int cleanUp(DbSession session) {
        // TODO In which order? A plant refers to its bed.
        throw new NotSolvedYet("return the number of rows");
    }
}
