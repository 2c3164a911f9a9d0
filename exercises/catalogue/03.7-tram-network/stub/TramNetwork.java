package ch03_sessions;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A city closes tram lines. The stops remain, but no longer have a line. */
public class TramNetwork {
    /**
     * Deletes a line. Its stops remain without a line; the stops of other lines are unchanged.
     *
     * @param db the database, with the models TramLine and TramStop
     * @param name the name of the line
     * @return how many stops lost their line
     */
    static int close(Database db, String name) {
        // TODO Take the line from its stops, then delete it, in one transaction.
        throw new NotSolvedYet("close the line");
    }
}
