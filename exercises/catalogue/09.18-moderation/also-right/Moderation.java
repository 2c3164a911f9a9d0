package ch09_out_of_the_notebook;

import ormlab.session.DbSession;

/** In SQL, which knows nothing of the session: so the pending changes are sent before. */
public class Moderation {
    public static int move(DbSession session, TopicPost open, String to) {
        session.flush();
        int moved =
                session.execute(
                        "update topic_posts set topic = ?, version = version + 1 where topic = ?",
                        to,
                        open.getTopic());
        session.refresh(open);
        return moved;
    }

    public static int remove(DbSession session, String topic) {
        session.flush();
        session.execute(
                "delete from replies where post_id in (select id from topic_posts where topic = ?)",
                topic);
        return session.execute("delete from topic_posts where topic = ?", topic);
    }
}
