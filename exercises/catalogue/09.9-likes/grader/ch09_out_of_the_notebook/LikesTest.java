package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.LockMode;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Likes that get lost")
class LikesTest {
    private static final String LOST = "09c_two_at_once, \"The lost update\"";
    private static final String ARITHMETIC =
            "09c_two_at_once, \"Let the database do the arithmetic\"";
    private static final String LOCK = "09c_two_at_once, \"Lock the row while you decide\"";
    private static final String AGAIN = "09c_two_at_once, \"Run it again\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final Integer UNKNOWN = 99;

    private final Database db = Database.open(FreshDatabase.url());
    private Integer id;

    @BeforeEach
    void posts() {
        db.models(LikedPost.class).createAll();
        LikedPost post = new LikedPost("Hello, wrold", 4);
        db.session().addAll(new LikedPost("by somebody else", 1), post);
        db.session().execute("create table others (likes integer)");
        db.session().commit();
        id = post.getId();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private int number(String sql, Object... binds) {
        db.closeSession();
        return ((Number) db.rows(sql, binds).values().get(0).get(0)).intValue();
    }

    private int likes() {
        return number("select likes from liked_posts where id = ?", id);
    }

    private String body() {
        db.closeSession();
        return db.rows("select body from liked_posts where id = ?", id).values().get(0).get(0) + "";
    }

    private void otherPost(String what) {
        int likes = number("select likes from liked_posts where id <> ?", id);
        Mistake.when(
                likes != 1,
                what
                        + " one post, and another post now has "
                        + likes
                        + " likes instead of 1. Add 'where id = :id'.",
                ARITHMETIC);
    }

    @Test
    @Order(1)
    @DisplayName("A like is stored, and the new number is returned.")
    void like() {
        for (int right = 5; right < 8; right++) {
            db.session().find(LikedPost.class, id);
            int returned = Likes.like(db, id);
            int likes = likes();
            committed(returned == right, likes == right - 1, returned);
            Mistake.when(
                    likes == right && returned == right - 1,
                    "The post has "
                            + likes
                            + " likes, and like returned "
                            + returned
                            + ". An UPDATE does not change the objects that the session has loaded:"
                            + " refresh the post, or use another session.",
                    ARITHMETIC);
            Mistake.when(
                    likes != right || returned != right,
                    "A post with "
                            + (right - 1)
                            + " likes was liked. It now has "
                            + likes
                            + ", and like returned "
                            + returned
                            + ".",
                    ARITHMETIC);
        }
        otherPost("like changed");
    }

    private static void committed(boolean returnedRight, boolean same, int returned) {
        Mistake.when(
                returnedRight && same,
                "like returned "
                        + returned
                        + ", but other connections still see the old number, because nothing was"
                        + " committed.",
                COMMIT);
    }

    /** Changes the likes right after a row was read without a lock, as another process could. */
    private static final class Interruption implements PostLoadEventListener {
        private static final long serialVersionUID = 1L;

        private final int before;
        private final int likes;
        private final AtomicBoolean happened = new AtomicBoolean();

        /**
         * Adds likes, unless the answer has changed the row before it reads it: it then has the
         * row's lock.
         */
        Interruption(int before, int likes) {
            this.before = before;
            this.likes = likes;
        }

        @Override
        public void onPostLoad(PostLoadEvent event) {
            LockMode held =
                    event.getSession()
                            .getPersistenceContext()
                            .getEntry(event.getEntity())
                            .getLockMode();
            if (held.greaterThan(LockMode.READ)
                    || ((LikedPost) event.getEntity()).getLikes() != before
                    || !happened.compareAndSet(false, true)) {
                return;
            }
            EntityPersister entity = event.getPersister();
            String versioned =
                    entity.isVersioned()
                            ? ", %1$s = %1$s + 1"
                                    .formatted(entity.getVersionMapping().getSelectionExpression())
                            : "";
            event.getSession()
                    .doWork(
                            connection -> {
                                try (Statement statement = connection.createStatement()) {
                                    change(statement, versioned, event.getId());
                                }
                            });
        }

        /** Rolled back with the answer's attempt, like the row in the table others. */
        private void change(Statement statement, String versioned, Object id) throws SQLException {
            statement.executeUpdate(
                    "update liked_posts set likes = likes + (%d)%s where id = %s"
                            .formatted(likes, versioned, id));
            statement.executeUpdate("insert into others values (%d)".formatted(likes));
        }
    }

    /** Calls the answer while somebody else likes the post or takes a like back. */
    private Trace interrupted(int before, int likes, String method, Callable<?> call) {
        db.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getEventListenerRegistry()
                .getEventListenerGroup(EventType.POST_LOAD)
                .appendListener(new Interruption(before, likes));
        try {
            return db.trace(call);
        } catch (OptimisticLockException tooLate) {
            throw new Mistake(
                    method
                            + " threw an OptimisticLockException, because somebody else liked the"
                            + " post in between. No person has decided anything here, so run it"
                            + " again.",
                    AGAIN);
        }
    }

    private int others() {
        return number("select coalesce(sum(likes), 0) from others");
    }

    private static boolean locks(TracedStatement statement) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return sql.contains("for update") || sql.contains("for no key update");
    }

    /** Compares likes that are stored with those that should be, and says what was lost. */
    private void kept(String method, int alone, Trace trace) {
        int likes = likes();
        int right = alone + others();
        boolean locked = trace.statements().stream().anyMatch(LikesTest::locks);
        Mistake.when(
                likes != right && locked,
                method
                        + " first read the post, then somebody else liked it, then the row was"
                        + " locked, and the old number was written back. A lock does not refresh an"
                        + " object that the session has loaded: lock at the first read.",
                LOCK);
        Mistake.when(
                likes != right && method.equals("edit"),
                "While the text was edited, somebody else liked the post, which had 4 likes. It now"
                        + " has "
                        + likes
                        + ": the UPDATE of the text also wrote back the old number. Let it set only"
                        + " what has changed.",
                LOST);
        Mistake.when(
                likes != right && method.equals("like"),
                "Two people liked a post with 4 likes at the same moment, and it has "
                        + likes
                        + ": a number was read, changed in Java and written back. Let the database"
                        + " add 1.",
                LOST);
        for (TracedStatement statement : trace.statements()) {
            Mistake.when(
                    !locked && computedInJava(statement.sql()),
                    method
                            + " writes a number of likes that Java computed. Whatever somebody else"
                            + " stored after you read the old number is overwritten.",
                    LOST);
        }
    }

    /** An UPDATE may set a number if it compares the old one, or a version. */
    private static boolean computedInJava(String sql) {
        String[] parts = sql.toLowerCase(Locale.ROOT).split("\\bwhere\\b", 2);
        return parts[0].matches("(?s)update .*\\blikes\\s*=\\s*[?:\\d].*")
                && !(parts.length == 2 && parts[1].matches("(?s).*(likes|version).*"));
    }

    @Test
    @Order(2)
    @DisplayName("If two people like a post at the same moment, both likes count.")
    void both() {
        int[] numbers = new int[1];
        Trace trace = interrupted(4, 1, "like", () -> numbers[0] = Likes.like(db, id));
        int returned = numbers[0];
        int likes = likes();
        committed(returned == 5, likes == 4 && others() == 0, returned);
        kept("like", 5, trace);
        Mistake.when(
                returned != likes,
                "Somebody else liked the post at the same moment. It has "
                        + likes
                        + " likes, and like returned "
                        + returned
                        + ".",
                ARITHMETIC);
    }

    @Test
    @Order(3)
    @DisplayName("An edit changes the text, and keeps a like of the same moment.")
    void edit() {
        Trace trace =
                interrupted(
                        4,
                        1,
                        "edit",
                        () -> {
                            Likes.edit(db, id, "Hello, world");
                            return true;
                        });
        kept("edit", 4, trace);
        String body = body();
        Mistake.when(
                !body.equals("Hello, world"), "After the edit, the text is '" + body + "'.", LOST);
        String other =
                db.rows("select body from liked_posts where id <> ?", id).values().get(0).get(0)
                        + "";
        Mistake.when(
                !other.equals("by somebody else"),
                "One post was edited, and another post now says '" + other + "'.",
                LOST);
    }

    @Test
    @Order(4)
    @DisplayName("A like can be taken back, until there is none left.")
    void unlike() {
        for (int right = 3; right >= 0; right--) {
            taken(Likes.unlike(db, id), true, right);
        }
        taken(Likes.unlike(db, id), false, 0);
        boolean unknown = Likes.unlike(db, UNKNOWN);
        Mistake.when(unknown, "There is no such post, and unlike returned true.", ARITHMETIC);
        otherPost("unlike changed");
    }

    private void taken(boolean returned, boolean right, int expected) {
        int likes = likes();
        Mistake.when(
                likes < 0,
                "A post without likes lost one more, and has "
                        + likes
                        + ". Check it in the UPDATE, with 'and likes > 0'.",
                ARITHMETIC);
        Mistake.when(
                likes != expected || returned != right,
                "A like was taken back from a post with "
                        + (right ? expected + 1 : 0)
                        + ". It now has "
                        + likes
                        + ", and unlike returned "
                        + returned
                        + ".",
                ARITHMETIC);
    }

    @Test
    @Order(5)
    @DisplayName("If two people take back the last like at the same moment, only one does.")
    void last() {
        db.session().execute("update liked_posts set likes = 1");
        db.session().commit();
        db.closeSession();
        boolean[] returned = new boolean[1];
        Trace trace = interrupted(1, -1, "unlike", () -> returned[0] = Likes.unlike(db, id));
        int likes = likes();
        int taken = (returned[0] ? 1 : 0) - others();
        Mistake.when(
                likes < 0 || taken > 1 || likes + taken != 1 || checkedEarlier(trace),
                "Two people took back the last like of a post at the same moment, and both were"
                        + " told that it worked. The number was checked before the UPDATE. Check it"
                        + " in the UPDATE itself.",
                ARITHMETIC);
    }

    /** Without an object, nobody comes in between here, but somebody could. */
    private static boolean checkedEarlier(Trace trace) {
        return trace.selects() > 0
                && trace.statements().stream().noneMatch(LikesTest::locks)
                && trace.statements().stream()
                        .map(statement -> statement.sql().toLowerCase(Locale.ROOT))
                        .filter(sql -> sql.startsWith("update"))
                        .noneMatch(sql -> sql.matches("(?s).*\\bwhere\\b.*(likes|version).*"));
    }
}
