package ch09_out_of_the_notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.session.DbSession;

@DisplayName("The night when nobody could post")
class SpamCheckTest {
    private static final String WRITERS = "09b_connections, \"One writer at a time\"";
    private static final String POOL = "09b_connections, \"The pool\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final int PATIENCE = 50;

    @TempDir Path folder;
    private Database db;

    /** Another program that uses the same file. */
    private Database other;

    private final List<String> asked = new ArrayList<>();
    private Runnable afterFirstQuery = () -> {};

    @BeforeEach
    void open() {
        String url = "sqlite:///" + folder.resolve("microblog.sqlite");
        ConnectionSettings hasty = ConnectionSettings.defaults().busyMillis(PATIENCE);
        db = Database.open(url, hasty.echo(this::sent)).models(CheckedPost.class);
        other = Database.open(url, hasty).models(CheckedPost.class);
        other.createAll();
    }

    @AfterEach
    void close() {
        db.close();
        other.close();
    }

    private void sent(String statement) {
        if (statement.startsWith("select") || statement.startsWith("with")) {
            Runnable once = afterFirstQuery;
            afterFirstQuery = () -> {};
            once.run();
        }
    }

    private void store(CheckedPost... posts) {
        for (CheckedPost post : posts) {
            other.session().add(post);
            other.session().flush();
        }
        other.session().commit();
        other.closeSession();
    }

    private static CheckedPost fresh(String body) {
        return new CheckedPost(body, false, false);
    }

    private List<CheckedPost> stored() {
        db.closeSession();
        List<CheckedPost> posts = other.query(CheckedPost.class).orderBy("id").all();
        other.closeSession();
        return posts;
    }

    private static String text(CheckedPost post) {
        return "'"
                + post.getBody()
                + "' "
                + (post.isChecked() ? "checked" : "unchecked")
                + (post.isHidden() ? ", hidden" : "");
    }

    private static boolean advertises(String text) {
        return text.contains("pills");
    }

    /** Checks the posts; the filter first lets the other program do something. */
    private int check(Consumer<String> meanwhile) {
        return SpamCheck.check(
                db,
                text -> {
                    asked.add(text);
                    meanwhile.accept(text);
                    return advertises(text);
                });
    }

    @Test
    @Order(1)
    @DisplayName("Spam is hidden, each post is checked once, and the number is returned.")
    void verdicts() {
        Mistake.when(
                check(text -> {}) != 0 || !asked.isEmpty(),
                "There is no post, and check did not return 0.",
                WRITERS);
        store(
                fresh("Hello"),
                fresh("Cheap pills"),
                new CheckedPost("My pills arrived", true, false),
                fresh("Lunch?"),
                fresh("More pills"));
        int returned = check(text -> {});
        List<String> first = List.copyOf(asked);
        List<String> posts = stored().stream().map(SpamCheckTest::text).toList();
        Mistake.when(
                first.contains("My pills arrived"),
                "The filter was asked about 'My pills arrived', which was checked before. Read only"
                        + " the posts that are unchecked.",
                WRITERS);
        Mistake.when(
                posts.stream().allMatch(post -> post.matches(".* unchecked|'My pills.*")),
                "The filter was asked about "
                        + first
                        + ", but other programs see no verdict: nothing was committed.",
                COMMIT);
        asked.clear();
        int again = check(text -> {});
        Mistake.when(
                !asked.isEmpty(),
                "The posts were checked, and the next time the filter was asked again about "
                        + asked
                        + ". Mark every post that it has seen.",
                WRITERS);
        List<String> right =
                List.of(
                        "'Hello' checked",
                        "'Cheap pills' checked, hidden",
                        "'My pills arrived' checked",
                        "'Lunch?' checked",
                        "'More pills' checked, hidden");
        Mistake.when(
                !posts.equals(right),
                "After the check, the posts are " + posts + " instead of " + right + ".",
                WRITERS);
        Mistake.when(
                returned != 2 || again != 0,
                "Two posts were hidden, and none the second time, but check returned "
                        + returned
                        + " and "
                        + again
                        + ".",
                WRITERS);
    }

    /** Lets the other program write, and returns whether it could. */
    private boolean written(Consumer<DbSession> work) {
        try {
            other.inTransaction(
                    session -> {
                        work.accept(session);
                        return null;
                    });
            return true;
        } catch (RuntimeException locked) {
            return false;
        }
    }

    @Test
    @Order(2)
    @DisplayName("While the filter is asked, others can post, and no connection is in use.")
    void meanwhile() {
        store(fresh("Hello"), fresh("Cheap pills"));
        List<String> locked = new ArrayList<>();
        List<Integer> inUse = new ArrayList<>();
        check(
                text -> {
                    inUse.add(db.connectionsInUse());
                    if (asked.size() <= 2
                            && !written(session -> session.add(fresh("Written meanwhile")))) {
                        locked.add(text);
                    }
                });
        Mistake.when(
                !locked.isEmpty(),
                "While the filter was asked about "
                        + locked
                        + ", nobody else could post: the program had SQLite's write lock, which"
                        + " inTransaction takes at its start and a session with its first change."
                        + " Ask before the transaction begins.",
                WRITERS);
        Mistake.when(
                inUse.contains(1),
                "While the filter was asked, the session that had read the posts still held its"
                        + " connection. A pool of two runs dry as soon as two such requests wait for"
                        + " the filter. End the transaction before you ask.",
                POOL);
    }

    @Test
    @Order(3)
    @DisplayName("A verdict counts only for the text that the filter saw.")
    void changed() {
        store(fresh("Cheap pills"), fresh("Lunch?"), fresh("Old pills"), fresh("More pills"));
        List<Boolean> done = new ArrayList<>();
        int returned;
        try {
            returned = check(text -> done.add(written(session -> change(session, text))));
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException failed) {
            throw new Mistake(
                    "While the filter was asked, one post was changed and another one deleted, and"
                            + " check threw "
                            + failed.getClass().getSimpleName()
                            + ". Leave out a post that no longer exists.",
                    WRITERS);
        }
        if (done.contains(false)) {
            return; // Task 2 reports the lock.
        }
        List<CheckedPost> posts = stored();
        if (posts.stream().noneMatch(CheckedPost::isChecked)) {
            return; // Task 1 reports that nothing was committed.
        }
        for (CheckedPost post : posts) {
            judged(post);
        }
        Mistake.when(
                posts.size() < 3,
                "Four posts were checked and one of them was deleted by its author, but only "
                        + posts.size()
                        + " are left.",
                WRITERS);
        long hidden = posts.stream().filter(CheckedPost::isHidden).count();
        Mistake.when(
                returned != hidden,
                "check returned "
                        + returned
                        + ", but it has hidden "
                        + hidden
                        + ": verdicts about texts that had changed or were deleted don't count.",
                WRITERS);
    }

    /** Does what the authors do while the filter is at work. */
    private static void change(DbSession session, String text) {
        if (text.equals("Cheap pills")) {
            session.find(CheckedPost.class, 1).setBody("Wrong window, sorry");
        } else if (text.equals("Lunch?")) {
            session.find(CheckedPost.class, 2).setBody("Lunch, then pills?");
        } else if (text.equals("Old pills")) {
            session.remove(session.find(CheckedPost.class, 3));
        }
    }

    private void judged(CheckedPost post) {
        String body = post.getBody();
        Mistake.when(
                body.equals("Cheap pills") || body.equals("Lunch?"),
                "While the filter was asked about '"
                        + body
                        + "', the author changed the post, and check wrote the old text back. Change"
                        + " only the two other columns.",
                WRITERS);
        Mistake.when(
                body.equals("Old pills"),
                "The author deleted 'Old pills' while the filter was asked, and check stored the"
                        + " post again.",
                WRITERS);
        Mistake.when(
                post.isHidden() && !advertises(body),
                "While the filter was asked about 'Cheap pills', the author changed the text to '"
                        + body
                        + "', and the new text is hidden because of the old one. Compare the text"
                        + " when you store the verdict.",
                WRITERS);
        Mistake.when(
                post.isChecked() && !asked.contains(body),
                "'" + body + "' counts as checked, although the filter never saw that text.",
                WRITERS);
        Mistake.when(
                post.isChecked() && post.isHidden() != advertises(body),
                "'" + body + "' is checked, but its verdict was not stored.",
                WRITERS);
    }

    private void four() {
        store(
                new CheckedPost("Hello", true, false),
                new CheckedPost("Cheap pills", true, true),
                fresh("Lunch?"),
                new CheckedPost("My pills arrived", true, false));
    }

    private PostNumbers numbers() {
        PostNumbers numbers = SpamCheck.numbers(db);
        db.closeSession();
        return numbers;
    }

    @Test
    @Order(4)
    @DisplayName("The page counts the posts that are shown and those that are hidden.")
    void counted() {
        expect(0, 0);
        store(new CheckedPost("Cheap pills", true, true));
        expect(0, 1);
        four();
        expect(3, 2);
    }

    private void expect(long shown, long hidden) {
        PostNumbers numbers;
        try {
            numbers = numbers();
        } catch (NullPointerException ofNothing) {
            throw new Mistake(
                    "There is no post yet, and numbers threw a NullPointerException: the sum of no"
                            + " rows is null, but their count is 0.",
                    "00b_tables_and_sql, \"Count and sum\"");
        }
        Mistake.when(
                numbers.shown() != shown || numbers.hidden() != hidden,
                shown
                        + " posts are shown and "
                        + hidden
                        + " hidden, but numbers returned "
                        + numbers.shown()
                        + " and "
                        + numbers.hidden()
                        + ".",
                WRITERS);
    }

    @Test
    @Order(5)
    @DisplayName("Both numbers are of the same moment.")
    void sameMoment() {
        four();
        PostNumbers before = numbers();
        afterFirstQuery =
                () -> written(session -> session.find(CheckedPost.class, 1).setHidden(true));
        PostNumbers numbers = numbers();
        Mistake.when(
                !numbers.equals(before) && !numbers.equals(numbers()),
                "There are four posts. While they were counted, one was hidden, and the page says: "
                        + numbers.shown()
                        + " shown, "
                        + numbers.hidden()
                        + " hidden. Count both in one statement.",
                WRITERS);
    }

    @Test
    @Order(6)
    @DisplayName("The page does not wait while another program writes.")
    void noWaiting() {
        four();
        other.session().add(fresh("Not committed yet"));
        other.session().flush();
        try {
            numbers();
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException locked) {
            throw new Mistake(
                    "While another program was writing, the page waited for it and got no numbers:"
                            + " inTransaction takes the write lock, even if it only reads. Use"
                            + " db.readOnly() or a query.",
                    WRITERS);
        } finally {
            other.session().rollback();
            db.closeSession();
        }
    }
}
