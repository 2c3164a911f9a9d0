package ch09_out_of_the_notebook;

import ormlab.session.DbSession;

/** The open post is changed as an object, and the statement only changes all the others. */
public class Moderation {
    public static int move(DbSession session, TopicPost open, String to) {
        String from = open.getTopic();
        open.setTopic(to);
        session.flush();
        int others =
                session.createMutationQuery(
                                "update versioned TopicPost p set p.topic = ?1 where p.topic = ?2")
                        .setParameter(1, to)
                        .setParameter(2, from)
                        .executeUpdate();
        return others + 1;
    }

    public static int remove(DbSession session, String topic) {
        session.createMutationQuery(
                        "delete from Reply r where exists"
                                + " (select 1 from TopicPost p where p = r.post and p.topic = ?1)")
                .setParameter(1, topic)
                .executeUpdate();
        return session.createMutationQuery("delete TopicPost where topic = ?1")
                .setParameter(1, topic)
                .executeUpdate();
    }
}
