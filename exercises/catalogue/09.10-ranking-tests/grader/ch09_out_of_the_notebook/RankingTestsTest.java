package ch09_out_of_the_notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microblog.Post;
import microblog.Role;
import microblog.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.session.DbSession;

@DisplayName("A test that finds mistakes")
class RankingTestsTest {
    private static final String QUERY = "09d_testing, \"A test of a query\"";
    private static final String TRAP = "09d_testing, \"Rollback after each test, and its trap\"";
    private static final String LIMIT = "09d_testing, \"Limit the statements\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String COUNTED = " group by u.id, u.username";
    private static final String RIGHT_ORDER = " order by count(p) desc, u.username";
    private static final String WRITERS = "select u.username from User u join u.posts p";

    private final Database db =
            Database.open(FreshDatabase.url()).models(Role.class, User.class, Post.class);

    /** The most names that a right ranking returned, and the statements that a wrong one sent. */
    private int longest;

    private int sent;

    /** One of the reader's two tests. */
    private interface Tried {
        void test(Database db, Ranking ranking);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static List<String> names(DbSession session, String hql, int most) {
        return session.createSelectionQuery(hql, String.class).setMaxResults(most).getResultList();
    }

    private static Ranking hql(String query) {
        return (db, most) -> names(db.session(), query, most);
    }

    private static final Ranking RIGHT = hql(WRITERS + COUNTED + RIGHT_ORDER);

    /** Right, with a session of its own, which sees only what is committed. */
    private static final Ranking IN_ITS_OWN_SESSION =
            (db, most) ->
                    db.inTransaction(
                            session -> names(session, WRITERS + COUNTED + RIGHT_ORDER, most));

    /** Right: counts in Java, but reads everything with one statement. */
    private static final Ranking IN_JAVA =
            (db, most) -> counted(db.query(Post.class).fetch("author").all(), most);

    private static final Ranking BACKWARDS = (db, most) -> reversed(RIGHT.busiest(db, most));

    /** Loads each author when it is needed, unless the session has the object already. */
    private static final Ranking AUTHORS_ONE_BY_ONE =
            (db, most) -> counted(db.query(Post.class).all(), most);

    /** Counts the posts of each user with a statement. */
    private static final Ranking COUNTS_ONE_BY_ONE =
            (db, most) -> {
                Map<String, Long> posts = new TreeMap<>();
                for (User user : db.query(User.class).all()) {
                    long number = db.query(Post.class).filterBy("author", user).count();
                    if (number > 0) {
                        posts.put(user.getUsername(), number);
                    }
                }
                return sorted(posts, most);
            };

    private static List<String> counted(List<Post> all, int most) {
        Map<String, Long> posts = new TreeMap<>();
        all.forEach(post -> posts.merge(post.getAuthor().getUsername(), 1L, Long::sum));
        return sorted(posts, most);
    }

    private static List<String> sorted(Map<String, Long> posts, int most) {
        return posts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> reversed(List<String> names) {
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        return backwards;
    }

    /** Returns what a test throws for a ranking, or null, starting from empty tables. */
    private Throwable thrown(Tried tried, Ranking ranking) {
        db.closeSession();
        db.dropAll();
        db.createAll();
        try {
            tried.test(db, ranking);
            return null;
        } catch (TestAbortedException toDo) {
            throw toDo;
        } catch (RuntimeException | AssertionError noticed) {
            return noticed;
        }
    }

    private static String firstLine(Throwable why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    private void passes(Tried tried, String method) {
        Throwable why =
                thrown(
                        tried,
                        (database, most) -> {
                            List<String> names = RIGHT.busiest(database, most);
                            longest = Math.max(longest, names.size());
                            return names;
                        });
        Mistake.when(
                why != null,
                method + " fails for a right ranking: " + (why == null ? "" : firstLine(why)),
                QUERY);
        Throwable counting = thrown(tried, IN_JAVA);
        Mistake.when(
                counting != null,
                method
                        + " fails for a right ranking that counts in Java: "
                        + (counting == null ? "" : firstLine(counting)),
                QUERY);
    }

    @Test
    @Order(1)
    @DisplayName("Three right rankings pass the test of the names.")
    void right() {
        passes(RankingTests::names, "names");
        Mistake.when(
                thrown(RankingTests::names, IN_ITS_OWN_SESSION) != null,
                "names fails for a right ranking that opens its own session. Such a ranking sees"
                        + " only what is committed, so commit before you call it.",
                COMMIT);
    }

    private void noticed(Ranking wrong, String what, String advice) {
        Mistake.when(
                thrown(RankingTests::names, wrong) == null,
                "names passes for a ranking that " + what + ". " + advice,
                QUERY);
    }

    @Test
    @Order(2)
    @DisplayName("It notices each ranking with a wrong order.")
    void orders() {
        passes(RankingTests::names, "names");
        Mistake.when(
                longest < 2,
                "In names, a right ranking never returns two names, so there is no order to"
                        + " compare. Store two users with different numbers of posts, and ask for"
                        + " both.",
                QUERY);
        noticed(
                BACKWARDS,
                "returns the right names backwards",
                "Compare the whole list with the one that you expect: its size, or a set of its"
                        + " names, doesn't depend on the order.");
        noticed(
                hql(WRITERS + COUNTED + " order by count(p), u.username"),
                "begins with the users who wrote least",
                "It takes two users with different numbers of posts.");
        noticed(
                hql(WRITERS + COUNTED + " order by u.username"),
                "sorts by name only",
                "Somebody who wrote more should have a name that comes later.");
        noticed(
                hql(WRITERS + COUNTED + " order by min(u.id)"),
                "returns users as they were stored",
                "Don't store the busiest first.");
        noticed(
                hql(WRITERS + COUNTED + " order by count(p) desc, u.username desc"),
                "sorts equally busy users by name backwards",
                "Store two users with equally many posts.");
        noticed(
                hql(WRITERS + COUNTED + " order by count(p) desc, min(u.id)"),
                "leaves equally busy users as they were stored",
                "Store them in the other order than their names.");
    }

    @Test
    @Order(3)
    @DisplayName("It notices each ranking with too many users, too few, or a wrong count.")
    void users() {
        noticed(
                hql("select u.username from User u left join u.posts p" + COUNTED + RIGHT_ORDER),
                "includes users without a post",
                "Store one, and ask for so many names that this user would be among them.");
        noticed(
                (db, most) -> RIGHT.busiest(db, 100),
                "ignores how many names were asked for",
                "Ask for fewer than there are.");
        noticed(
                (db, most) -> RIGHT.busiest(db, most + 1),
                "returns one name too many",
                "Ask for one less than there are.");
        noticed(
                (db, most) -> RIGHT.busiest(db, most).stream().limit(1).toList(),
                "returns only the first name",
                "Ask for more than one.");
        noticed(
                (db, most) -> List.of(),
                "never returns anybody",
                "Compare with the names that you expect.");
        if (thrown(RankingTests::names, BACKWARDS) != null) { // it compares the order
            noticed(
                    hql(WRITERS + COUNTED + " order by count(distinct p.body) desc, u.username"),
                    "counts equal texts once",
                    "Somebody should write the same text several times.");
        }
    }

    @Test
    @Order(4)
    @DisplayName("It notices a ranking that fails on an empty microblog.")
    void empty() {
        noticed(
                (db, most) -> {
                    List<String> names = RIGHT.busiest(db, most);
                    return List.copyOf(names.subList(0, Math.max(1, names.size())));
                },
                "fails if there is no post",
                "Call it before you store anything.");
    }

    @Test
    @Order(5)
    @DisplayName("The test of the statements passes for right rankings, and notices N+1 problems.")
    void statements() {
        passes(RankingTests::statements, "statements");
        limits(
                COUNTS_ONE_BY_ONE,
                "sends a SELECT for each user",
                "In your test there are no users. Store some, with posts, before the trace.",
                LIMIT);
        limits(
                AUTHORS_ONE_BY_ONE,
                "loads each post's author with a SELECT",
                "In your test it needs none, because the session still has the users that you"
                        + " stored. Clear it first.",
                TRAP);
    }

    private void limits(Ranking slow, String what, String advice, String section) {
        List<String> names = new ArrayList<>();
        Ranking counted =
                (database, most) -> {
                    names.clear();
                    sent = database.trace(() -> names.addAll(slow.busiest(database, most))).count();
                    return List.copyOf(names);
                };
        boolean missed = thrown(RankingTests::statements, counted) == null;
        Mistake.when(
                missed && sent == 1,
                "statements passes for a ranking that " + what + ". " + advice,
                section);
        Mistake.when(
                missed,
                "statements passes for a ranking that "
                        + what
                        + ". Compare the count of its trace with 1.",
                LIMIT);
    }
}
