package ch03_sessions;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** A party: each guest gets a seat, and the seat's number is the id of the guest's row. */
public class GuestList {
    /**
     * Stores a guest for each name.
     *
     * @param db the party's database, which knows the model Guest
     * @param names the names of some guests
     * @return the ids of their rows, in the order of the names
     */
    static List<Integer> invite(Database db, List<String> names) {
        // TODO Store all of them by one commit, then give their ids.
        throw new NotSolvedYet("store the guests and give their ids");
    }
}
