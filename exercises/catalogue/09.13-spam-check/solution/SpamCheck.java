package ch09_out_of_the_notebook;

import java.util.List;
import java.util.function.Predicate;
import ormlab.Database;

/**
 * inTransaction takes SQLite's one write lock at its start, so it now contains a single UPDATE. The
 * filter is asked between the transactions, and the UPDATE compares the text, because it may be
 * another one by then. The page only reads, and one statement sees one moment.
 */
public class SpamCheck {
    public static int check(Database db, Predicate<String> spam) {
        List<CheckedPost> posts =
                db.readOnly()
                        .inTransaction(
                                session ->
                                        session.query(CheckedPost.class)
                                                .filterBy("checked", false)
                                                .all());
        int hidden = 0;
        for (CheckedPost post : posts) {
            boolean bad = spam.test(post.getBody());
            int stored = store(db, post, bad);
            hidden += bad ? stored : 0;
        }
        return hidden;
    }

    private static int store(Database db, CheckedPost post, boolean bad) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery(
                                        "update CheckedPost set checked = true, hidden = :bad"
                                                + " where id = :id and body = :seen")
                                .setParameter("bad", bad)
                                .setParameter("id", post.getId())
                                .setParameter("seen", post.getBody())
                                .executeUpdate());
    }

    public static PostNumbers numbers(Database db) {
        return db.readOnly()
                .inTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "select count(case when hidden then null else 1 end),"
                                                        + " count(case when hidden then 1 end)"
                                                        + " from CheckedPost",
                                                PostNumbers.class)
                                        .getSingleResult());
    }
}
