package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Tries a deletion without keeping it. */
public class DryRun {
    /**
     * Returns how many plants whose names begin like this would be deleted, by sending one DELETE.
     * Afterwards everything is as before, and the session still works.
     */
    public int wouldDelete(DbSession session, String beginning) {
        // TODO Delete, keep the number, roll back.
        throw new NotSolvedYet("return the number of plants");
    }
}
