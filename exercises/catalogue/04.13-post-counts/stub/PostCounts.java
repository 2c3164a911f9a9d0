package ch04_queries;

import java.time.Instant;
import java.util.List;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Counts the microblog's posts, and authors: users who have written a post. The entities and their
 * static metamodel are those of chapter 4e, and AuthorCount and RoleCount are next to this file.
 * Each method sends one SELECT, and the database sends back one row for each group.
 */
public class PostCounts {
    // TODO Take the names of attributes from User_ and Post_, so that the compiler checks them.
    // User_ has no posts: the processor leaves out a DynamicList, so that name stays a string.

    /** Returns the number of posts of every user, 0 included: the fewest first, then by name. */
    public static List<AuthorCount> all(Database db) {
        throw new NotSolvedYet("count the posts of each user");
    }

    /**
     * Returns the users who have written at least this many posts since a time (a post at exactly
     * this time counts), with the number of these posts: the most posts first, then by name.
     */
    public static List<AuthorCount> busiest(Database db, Instant since, long least) {
        throw new NotSolvedYet("find the users with at least " + least + " posts");
    }

    /** Returns each role that has authors, with their number: the most first, then by name. */
    public static List<RoleCount> roles(Database db) {
        throw new NotSolvedYet("count the authors of each role");
    }
}
