package ch09_out_of_the_notebook;

import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

/**
 * What moderators of the microblog do with whole topics, which may have thousands of posts. The
 * session belongs to the caller, who commits afterwards, or rolls back.
 */
public class Moderation {
    /**
     * Moves all posts of a topic to another topic. The page shows one of them, open, which stays
     * managed and belongs to the new topic afterwards. What the moderator has changed in it before
     * is kept. Returns the number of moved posts.
     */
    public static int move(DbSession session, TopicPost open, String to) {
        // TODO Load none of the other posts, and send a handful of statements.
        // An author who loaded one of the posts before the move and saves it afterwards must get an
        // OptimisticLockException.
        throw new NotSolvedYet("move the topic's posts");
    }

    /** Deletes all posts of a topic and the replies to them. Returns the number of posts. */
    public static int remove(DbSession session, String topic) {
        // TODO Load nothing, and send a handful of statements.
        throw new NotSolvedYet("delete the topic's posts");
    }
}
