package ch09_out_of_the_notebook;

import java.util.function.Predicate;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Moderates the microblog, which is in a SQLite file. Last night, nobody could post. */
public class SpamCheck {
    /**
     * Asks the spam filter about each unchecked post, hides spam, marks the posts as checked, and
     * returns how many it hid. The filter is slow, and until it answers, the post may be changed or
     * deleted: the verdict counts only for the text that the filter saw.
     */
    public static int check(Database db, Predicate<String> spam) {
        // TODO Find out why others wait. While the filter is asked, no connection is in use.
        if (true) throw new NotSolvedYet("check the posts");
        return db.inTransaction(
                session -> {
                    int hidden = 0;
                    var posts = session.query(CheckedPost.class).filterBy("checked", false).all();
                    for (CheckedPost post : posts) {
                        post.setHidden(spam.test(post.getBody()));
                        post.setChecked(true);
                        hidden += post.isHidden() ? 1 : 0;
                    }
                    return hidden;
                });
    }

    /** Counts for a page. Never waits for a writer, and the numbers are of the same moment. */
    public static PostNumbers numbers(Database db) {
        throw new NotSolvedYet("count the posts");
    }
}
