package ch02_models;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * A museum's program is started every morning. On the first morning there are no tables; later they
 * are full. Last week the programmers added guided tours, which older databases have no table for.
 */
public class MuseumStart {
    /** Makes a freshly opened database ready for use; what is stored in it stays. */
    static void start(Database db) {
        // TODO Three models: Exhibit, Visitor and GuidedTour.
        throw new NotSolvedYet("make the database ready");
    }
}
