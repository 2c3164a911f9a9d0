package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Reads a plant again, in a shell that has been open for an hour. */
public class Freshness {
    /**
     * Returns how often the plant has been watered according to the database. The plant was loaded
     * by this session. Other uncommitted changes in the session are neither committed nor lost.
     */
    public int wateredNow(DbSession session, Plant plant) {
        // TODO Read this plant again, and only this plant.
        throw new NotSolvedYet("return the number in the database");
    }
}
