package ch08_shell;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/** Is what a gardener types into a shell. The entities are Plant and Bed. */
public class Watering {
    /**
     * Waters the plant of this name: counts one more in "watered", and makes it stay. Gives the new
     * number; a plant that is not there is added first, in no bed, and watered once.
     */
    public int water(DbSession session, String name) {
        // TODO Look up, add if need be, change, commit.
        throw new NotSolvedYet("the number of waterings");
    }
}
