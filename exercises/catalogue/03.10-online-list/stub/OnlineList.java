package ch03_sessions;

import java.util.List;
import microblog.User;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * The users who are online now. The list lives longer than a session, and its users come from many
 * sessions, some of them as proxies. User has no equals of its own, so two objects for one row
 * differ.
 */
public class OnlineList {
    /** Adds a user, once for each row. Refuses a new user with an IllegalArgumentException. */
    public void enter(User user) {
        // TODO Send no statement, not even for a proxy.
        throw new NotSolvedYet("note the user");
    }

    /** Removes a user, whichever object represents the row. Ignores a user who isn't there. */
    public void leave(User user) {
        throw new NotSolvedYet("remove the user");
    }

    /** Returns whether the row that this object represents is in the list. Sends no statement. */
    public boolean contains(User user) {
        throw new NotSolvedYet("look for the user");
    }

    /** Returns their names as they are stored now, sorted, with at most one statement. */
    public List<String> names(Database db) {
        // TODO Several ids: db.query(User.class).filter(ormlab.query.Filters.in("id", ids)).
        throw new NotSolvedYet("read the names");
    }
}
