package ch03_sessions;

import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** At a party, each guest gets a seat, and the number of the seat is the id of the guest's row. */
public class GuestList {
    /**
     * Stores a guest for each name.
     *
     * @param db the party's database, with the model Guest
     * @param names the names of some guests
     * @return the ids of their rows, in the order of the names
     */
    static List<Integer> invite(Database db, List<String> names) {
        // TODO Store all guests with one commit, then return their ids.
        throw new NotSolvedYet("store the guests and return their ids");
    }
}
