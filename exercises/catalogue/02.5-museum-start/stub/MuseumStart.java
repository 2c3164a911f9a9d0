package ch02_models;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * A museum's program is started every morning. On the first morning there are no tables; later they
 * contain rows. Last week guided tours were added, so older databases have no table for them.
 */
public class MuseumStart {
    /** Prepares a database that was just opened, and keeps all its rows. */
    static void start(Database db) {
        // TODO There are three models: Exhibit, Visitor and GuidedTour.
        throw new NotSolvedYet("prepare the database");
    }
}
