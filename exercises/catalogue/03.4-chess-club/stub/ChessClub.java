package ch03_sessions;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * New members of a chess club choose a name. Members complained about this code: "I joined, but the
 * next day I was not on the list." "After someone chose a taken name, no one could join any more."
 * "It said that my name was taken, but it was only too long."
 */
public class ChessClub {
    /** Stores a member. Returns false if the name is taken; all other errors reach the caller. */
    static boolean join(Database db, String name) {
        // TODO Remove this line, then fix the three bugs.
        if (true) throw new NotSolvedYet("fix the three bugs");
        try {
            db.session().add(new Member(name));
            db.session().flush();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
