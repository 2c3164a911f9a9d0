package ch04_queries;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import microblog.Post;
import microblog.User;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/** Looks up old posts. The classes and their static metamodel are those of chapter 4e. */
public class PostArchive {
    /** Finds the posts whose attribute has this value, the newest first. Sends one SELECT. */
    public static <V> List<Post> find(Database db, SingularAttribute<Post, V> attribute, V value) {
        // TODO The compiler checks each call: it rejects find(db, Post_.body, 5).
        throw new NotSolvedYet("find posts by any attribute");
    }

    /** Returns a condition: the post contains the word (% is a %), and another user wrote it. */
    public static Restriction<Post> byOthers(User user, String word) {
        // TODO Combine two conditions on Post_.
        throw new NotSolvedYet("combine two conditions");
    }

    /**
     * Returns the names of the users who wrote a post that contains the word (% is a %): sorted,
     * each once, and at most {@code most} of them. Sends one SELECT that selects nothing but names.
     */
    public static List<String> authors(Database db, String word, int most) {
        // TODO
        throw new NotSolvedYet("find the names of authors");
    }
}
