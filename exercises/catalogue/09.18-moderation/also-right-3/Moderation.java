package ch09_out_of_the_notebook;

import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaUpdate;
import ormlab.session.DbSession;

/** Criteria, and a foreign key that deletes the replies, see Reply. */
public class Moderation {
    public static int move(DbSession session, TopicPost open, String to) {
        HibernateCriteriaBuilder builder = session.getCriteriaBuilder();
        JpaCriteriaUpdate<TopicPost> update = builder.createCriteriaUpdate(TopicPost.class);
        var post = update.from(TopicPost.class);
        update.versioned(true);
        update.set("topic", to);
        update.where(builder.equal(post.get("topic"), open.getTopic()));
        int moved = session.createMutationQuery(update).executeUpdate();
        session.refresh(open);
        return moved;
    }

    public static int remove(DbSession session, String topic) {
        return session.query(TopicPost.class).filterBy("topic", topic).delete();
    }
}
