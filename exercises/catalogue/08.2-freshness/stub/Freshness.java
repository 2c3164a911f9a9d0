package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Looks again, from a shell that has been open for an hour. */
public class Freshness {
    /**
     * Gives how often the plant has been watered by now, as the database says. The plant came out
     * of this session. What else waits in the session for its commit still waits afterwards.
     */
    public int wateredNow(DbSession session, Plant plant) {
        // TODO Read this plant anew, and nothing but this plant.
        throw new NotSolvedYet("the number in the database");
    }
}
