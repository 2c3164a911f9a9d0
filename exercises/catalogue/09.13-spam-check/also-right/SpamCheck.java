package ch09_out_of_the_notebook;

import java.util.List;
import java.util.function.Predicate;
import ormlab.Database;

/** Closes the session before it asks, and compares the text in Java, while it has the lock. */
public class SpamCheck {
    public static int check(Database db, Predicate<String> spam) {
        List<CheckedPost> posts = db.query(CheckedPost.class).filterBy("checked", false).all();
        db.closeSession();
        int hidden = 0;
        for (CheckedPost post : posts) {
            boolean bad = spam.test(post.getBody());
            boolean stored =
                    db.inTransaction(
                            session -> {
                                CheckedPost now = session.find(CheckedPost.class, post.getId());
                                if (now == null || !now.getBody().equals(post.getBody())) {
                                    return false;
                                }
                                now.setChecked(true);
                                now.setHidden(bad);
                                return true;
                            });
            if (bad && stored) {
                hidden++;
            }
        }
        return hidden;
    }

    public static PostNumbers numbers(Database db) {
        var row =
                db.rows("select count(*), count(case when hidden then 1 end) from checked_posts")
                        .values()
                        .get(0);
        long all = ((Number) row.get(0)).longValue();
        long hidden = ((Number) row.get(1)).longValue();
        return new PostNumbers(all - hidden, hidden);
    }
}
