package ch04_queries;

import jakarta.persistence.metamodel.SingularAttribute;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.User;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;

/** Takes the attribute's name into HQL, and looks for the word with position. */
public class PostArchive {
    public static <V> List<Post> find(Database db, SingularAttribute<Post, V> attribute, V value) {
        return db.session()
                .createSelectionQuery(
                        "from Post where "
                                + attribute.getName()
                                + " = :value order by timestamp desc",
                        Post.class)
                .setParameter("value", value)
                .getResultList();
    }

    public static Restriction<Post> byOthers(User user, String word) {
        Restriction<Post> contains =
                Restriction.restrict(Post.class, "body", Range.containing(word));
        return contains.and(Restriction.equal(Post_.author, user).negated());
    }

    public static List<String> authors(Database db, String word, int most) {
        return db.session()
                .createSelectionQuery(
                        "select distinct p.author.username from Post p"
                                + " where position(:word in p.body) > 0 order by p.author.username",
                        String.class)
                .setParameter("word", word)
                .setMaxResults(most)
                .getResultList();
    }
}
