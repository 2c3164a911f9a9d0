package ch09_out_of_the_notebook;

import java.util.List;
import microblog.Post;
import ormlab.Database;

/** The front page of the microblog. It is right: you don't need to change this class. */
public class FrontPage {
    /** Returns the newest posts with their authors, at most that many. */
    public List<String> newest(Database db, int number) {
        return db.query(Post.class).orderBy("timestamp desc").fetch("author").limit(number).stream()
                .map(post -> post.getAuthor().getUsername() + ": " + post.getBody())
                .toList();
    }

    /** Hides the text of the posts that contain a word. */
    public void hide(Database db, String word) {
        db.session()
                .createMutationQuery(
                        "update Post set body = '(hidden)' where position(:word in body) > 0")
                .setParameter("word", word)
                .executeUpdate();
    }
}
