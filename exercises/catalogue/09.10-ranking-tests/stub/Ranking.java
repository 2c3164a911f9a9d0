package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.Database;

/** Ranks the users of the microblog by their posts. You don't need to change this interface. */
public interface Ranking {
    /**
     * Returns the names of the users who wrote the most posts, at most {@code most} of them. Users
     * with equally many posts are sorted by name, and users without a post are left out. Sends one
     * SELECT, in {@code db.session()} or in a session of its own.
     */
    List<String> busiest(Database db, int most);
}
