package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Tries a deletion before it is meant. */
public class DryRun {
    /**
     * Gives how many plants a deletion would meet whose names begin like this, by trying it: one
     * DELETE is sent. Afterwards everything is as before, and the session works on.
     */
    public int wouldDelete(DbSession session, String beginning) {
        // TODO Delete, keep the number, take it back.
        throw new NotSolvedYet("the number of plants");
    }
}
