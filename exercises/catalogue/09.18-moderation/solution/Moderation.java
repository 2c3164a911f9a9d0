package ch09_out_of_the_notebook;

import ormlab.session.DbSession;

/**
 * A mutation query flushes pending changes first, but it goes past the session. So it says
 * versioned to increase the versions, and refresh reads what it did to the one post that is loaded.
 * It doesn't cascade either, so the replies are deleted before the posts.
 */
public class Moderation {
    public static int move(DbSession session, TopicPost open, String to) {
        int moved =
                session.createMutationQuery(
                                "update versioned TopicPost set topic = :to where topic = :from")
                        .setParameter("to", to)
                        .setParameter("from", open.getTopic())
                        .executeUpdate();
        session.refresh(open);
        return moved;
    }

    public static int remove(DbSession session, String topic) {
        session.query(Reply.class).filterBy("post.topic", topic).delete();
        return session.query(TopicPost.class).filterBy("topic", topic).delete();
    }
}
