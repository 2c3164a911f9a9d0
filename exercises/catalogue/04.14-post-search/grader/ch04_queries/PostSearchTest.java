package ch04_queries;

import static org.hibernate.query.Order.asc;
import static org.hibernate.query.Order.desc;

import java.time.Instant;
import java.util.List;
import microblog.Post;
import microblog.Post_;
import microblog.Role;
import microblog.User;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("A search form with optional fields")
class PostSearchTest {
    private static final String METAMODEL = "04e_checked_queries, \"The static metamodel\"";

    private static final String TWO_EQUAL =
            "Two posts have the same body, so the newer of them comes first. ";

    private static final Wanted NOTHING = new Wanted(null, null, null, null, null);

    private final Database db = Database.open("sqlite://");
    private final User susan = new User("susan");
    private final User fred = new User("fred");
    private final User john = new User("john");

    @BeforeEach
    void create() {
        db.models(Role.class, User.class, Post.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** In the order of their ids, the posts are not in the order of their times. */
    private void fill() {
        db.session().addAll(susan, fred, john);
        db.session()
                .addAll(
                        new Post("tea?", at(2), fred),
                        new Post("coffee, please", at(1), fred),
                        new Post("tea?", at(4), susan),
                        new Post("100% coffee", at(5), susan),
                        new Post("1000 cups of tea", at(3), john));
        db.session().commit();
        db.closeSession();
    }

    private static String at(int day) {
        return "2026-03-0" + day + "T08:00:00Z";
    }

    private static List<Integer> days(List<Post> posts) {
        return posts.stream()
                .map(post -> Integer.parseInt(post.getTimestamp().toString().substring(8, 10)))
                .toList();
    }

    private List<Integer> kept(Wanted wanted) {
        return days(
                db.query(Post.class)
                        .filter(PostSearch.condition(wanted))
                        .orderBy(Post_.timestamp)
                        .all());
    }

    private void keeps(String what, Wanted wanted, Integer... right) {
        List<Integer> found;
        try {
            found = kept(wanted);
        } catch (NullPointerException | IllegalArgumentException failed) {
            throw new Mistake(
                    "With "
                            + what
                            + ", condition fails: \""
                            + failed.getMessage()
                            + "\". Null and an empty list are not conditions.",
                    METAMODEL);
        }
        Mistake.when(
                !found.equals(List.of(right)),
                "With "
                        + what
                        + ", the posts from March "
                        + List.of(right)
                        + " are wanted, and the condition keeps those from March "
                        + found
                        + ".",
                METAMODEL);
    }

    @Test
    @Order(1)
    @DisplayName("A field that is null is not a condition, and each of the others is one.")
    void fields() {
        keeps("nothing filled in and no posts", NOTHING);
        fill();
        keeps("nothing filled in", NOTHING, 1, 2, 3, 4, 5);
        keeps("the author fred", new Wanted(fred, null, null, null, null), 1, 2);
        keeps("the word coffee", new Wanted(null, "coffee", null, null, null), 1, 5);
        Instant third = Instant.parse(at(3));
        keeps("the time from March 3rd at 8", new Wanted(null, null, third, null, null), 3, 4, 5);
        keeps("the time until March 3rd at 8", new Wanted(null, null, null, third, null), 1, 2);
        keeps("fred and john muted", new Wanted(null, null, null, null, List.of(fred, john)), 4, 5);
        keeps(
                "an empty list of muted users",
                new Wanted(null, null, null, null, List.of()),
                1,
                2,
                3,
                4,
                5);
    }

    @Test
    @Order(2)
    @DisplayName("All conditions hold together, and special characters have no meaning.")
    void together() {
        if (isFailing()) {
            return;
        }
        fill();
        List<Integer> both = kept(new Wanted(fred, "tea", null, null, null));
        Mistake.when(
                both.equals(List.of(1, 2, 3, 4)),
                "With the author fred and the word tea, the condition keeps posts that meet one of"
                        + " the two. Combine them with and.",
                METAMODEL);
        keeps("the author fred and the word tea", new Wanted(fred, "tea", null, null, null), 2);
        List<Integer> percent = kept(new Wanted(null, "100%", null, null, null));
        Mistake.when(
                percent.equals(List.of(3, 5)),
                "One post contains 100%, and the condition keeps two. In a pattern, % stands for"
                        + " anything; to Restriction.contains, it is an ordinary character.",
                METAMODEL);
        keeps("the word 100%", new Wanted(null, "100%", null, null, null), 5);
        Wanted all =
                new Wanted(susan, "tea", Instant.parse(at(2)), Instant.parse(at(5)), List.of(john));
        keeps("all five fields", all, 4);
        Restriction<Post> opposite = PostSearch.condition(all).negated();
        long others = db.query(Post.class).filter(opposite).count();
        Mistake.when(
                others != 4,
                "One of five posts is wanted, and the negated condition keeps "
                        + others
                        + " instead of four.",
                METAMODEL);
    }

    /** Returns whether the first task reports a condition that fails for null. */
    private static boolean isFailing() {
        try {
            PostSearch.condition(NOTHING);
            return false;
        } catch (NullPointerException | IllegalArgumentException failed) {
            return true;
        }
    }

    private void found(
            String what, org.hibernate.query.Order<Post> order, Integer limit, Integer... right) {
        List<Integer> found = days(PostSearch.search(db, NOTHING, order, limit));
        Mistake.when(
                !found.equals(List.of(right)),
                what
                        + ", the posts should be those from March "
                        + List.of(right)
                        + ", and search returned those from March "
                        + found
                        + ".",
                METAMODEL);
    }

    @Test
    @Order(3)
    @DisplayName("Posts come in the given order, or the newest first; a limit cuts the list.")
    void order() {
        if (isFailing()) {
            return;
        }
        Mistake.when(
                !PostSearch.search(db, NOTHING, null, 3).isEmpty(),
                "There are no posts, and search returned some.",
                METAMODEL);
        fill();
        found("Without an order", null, null, 5, 4, 3, 2, 1);
        found("Without an order and with a limit of 2", null, 2, 5, 4);
        found(TWO_EQUAL + "Sorted by their bodies", asc(Post_.body), null, 5, 3, 1, 4, 2);
        found(TWO_EQUAL + "Sorted by their bodies backwards", desc(Post_.body), 4, 4, 2, 1, 3);
        found("Sorted by their times", asc(Post_.timestamp), 3, 1, 2, 3);
    }

    @Test
    @Order(4)
    @DisplayName("One SELECT finds the posts, and reads no others.")
    void cost() {
        if (isFailing()) {
            return;
        }
        fill();
        Wanted tea = new Wanted(null, "tea", null, null, List.of(john));
        Trace trace = db.trace(() -> PostSearch.search(db, tea, null, 1));
        Mistake.when(
                trace.count() != 1,
                "search sent " + trace.count() + " statements, and one is enough.",
                METAMODEL);
        long rows = trace.statements().get(0).rows();
        Mistake.when(
                rows != 1,
                "For one post, "
                        + rows
                        + " rows were read. Put the conditions and the limit into the query.",
                METAMODEL);
        List<Post> found = PostSearch.search(db, tea, null, null);
        Mistake.when(
                !days(found).equals(List.of(4, 2)),
                "With the word tea and john muted, search returned the posts from March "
                        + days(found)
                        + ".",
                METAMODEL);
        found.get(0).setBody("tea!");
        db.session().commit();
        db.closeSession();
        Mistake.when(
                PostSearch.search(db, new Wanted(null, "tea!", null, null, null), null, null).size()
                        != 1,
                "A post that search returned was changed and committed, but the row has the old"
                        + " text.",
                METAMODEL);
    }
}
