package ch09_out_of_the_notebook;

import java.util.List;
import ormlab.grade.NotSolvedYet;

/** The microblog on two servers; see ServerPair.java. Each of its processes serves any visitor. */
public class ReplicatedPosts {
    /** Stores a post. Returns the text of the cookie that the author's browser keeps. */
    public static String publish(ServerPair servers, String author, String body) {
        // TODO Commit on the primary. The cookie must contain what the other two methods need.
        throw new NotSolvedYet("store the post and write the cookie");
    }

    /** Returns the newest posts, and among them the one for which the cookie was written. */
    public static List<String> newest(ServerPair servers, String cookie) {
        // TODO Call TimelinePost.newest with the replica, or with the primary if you must.
        // Don't wait. The cookie comes from a browser: it can be empty or any other text.
        throw new NotSolvedYet("choose a server");
    }

    /** The primary is lost. Returns whether the post of this cookie is on the replica. */
    public static boolean survived(ServerPair servers, String cookie) {
        // TODO The replica will be the new primary, as it is.
        throw new NotSolvedYet("find out what was lost");
    }
}
