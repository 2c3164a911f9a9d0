package ch09_out_of_the_notebook;

import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.session.DbSession;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A moderator tidies up")
class ModerationTest {
    private static final String BULK = "09e_many_rows, \"Change many rows with one statement\"";
    private static final String MEMORY = "09e_many_rows, \"A session gets heavy\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final String VERSION = "09c_two_at_once, \"A version for every row\"";
    private static final int MANY = 30;
    private static final int HANDFUL = 5;

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void create() {
        db.models(TopicPost.class, Reply.class).createAll();
        store("tea", "cup 1", "cup 2", "cup 3");
        store("coffee", "pot 1", "pot 2");
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void store(String topic, String... bodies) {
        db.inTransaction(
                session -> {
                    for (String body : bodies) {
                        TopicPost post = new TopicPost(topic, body);
                        session.add(post);
                        session.addAll(new Reply("Yes", post), new Reply("No", post));
                    }
                });
    }

    private void storeMany() {
        List<String> bodies = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            bodies.add("leaf " + number);
        }
        store("herbs", bodies.toArray(String[]::new));
    }

    private static TopicPost post(DbSession session, String body) {
        return session.query(TopicPost.class).filterBy("body", body).one();
    }

    /** Returns the stored posts as "topic: body", as other connections see them. */
    private List<String> stored() {
        return db.rows("select topic, body from topic_posts order by id").values().stream()
                .map(row -> row.get(0) + ": " + row.get(1))
                .toList();
    }

    private int replies(String body) {
        return db.rows(
                        "select r.body from replies r join topic_posts p on p.id = r.post_id"
                                + " where p.body = ?",
                        body)
                .values()
                .size();
    }

    private static void returned(String method, int number, int right) {
        Mistake.when(
                number != right,
                method
                        + " returned "
                        + number
                        + ", and the topic had "
                        + right
                        + (right == 1 ? " post." : " posts."),
                BULK);
    }

    @Test
    @Order(1)
    @DisplayName("All posts of a topic are moved, and no others; the caller commits.")
    void moved() {
        TopicPost open = post(db.session(), "cup 2");
        int moved = Moderation.move(db.session(), open, "hot drinks");
        db.session().rollback();
        List<String> before =
                List.of("tea: cup 1", "tea: cup 2", "tea: cup 3", "coffee: pot 1", "coffee: pot 2");
        notCommitted("move", before);
        db.closeSession();
        Moderation.move(db.session(), post(db.session(), "cup 2"), "hot drinks");
        commit("move");
        List<String> stored = stored();
        List<String> right =
                List.of(
                        "hot drinks: cup 1",
                        "hot drinks: cup 2",
                        "hot drinks: cup 3",
                        "coffee: pot 1",
                        "coffee: pot 2");
        Mistake.when(
                !stored.equals(right),
                "The posts of 'tea' were moved to 'hot drinks', and the table now has "
                        + stored
                        + ".",
                BULK);
        returned("move", moved, 3);
        store("water", "jug");
        returned("move", Moderation.move(db.session(), post(db.session(), "jug"), "coffee"), 1);
    }

    private void notCommitted(String method, List<String> before) {
        Mistake.when(
                !stored().equals(before),
                "The caller rolled back after "
                        + method
                        + ", and the table has "
                        + stored()
                        + ": something was committed. Leave that to the caller.",
                COMMIT);
    }

    /** Ends the caller's transaction, and reports a version that is out of date. */
    private void commit(String method) {
        try {
            db.session().commit();
        } catch (OptimisticLockException outOfDate) {
            throw new Mistake(
                    "The caller committed after "
                            + method
                            + " and got an OptimisticLockException: the statement increased the"
                            + " version of the open post, and the session still has the old one."
                            + " Refresh the post, and then change it.",
                    BULK);
        }
        db.closeSession();
    }

    @Test
    @Order(2)
    @DisplayName("The open post belongs to the new topic at once, and stays managed.")
    void open() {
        TopicPost open = post(db.session(), "cup 2");
        TopicPost other = post(db.session(), "pot 1");
        Moderation.move(db.session(), open, "hot drinks");
        Mistake.when(
                !db.session().contains(open) || !db.session().contains(other),
                "After move, a post that the caller had loaded is detached, and changes to it are"
                        + " lost: clear and detach forget objects. Read the open post again"
                        + " instead.",
                MEMORY);
        Mistake.when(
                !"hot drinks".equals(open.getTopic()),
                "After move, the open post still says that its topic is '"
                        + open.getTopic()
                        + "'. An UPDATE does not change objects that the session has loaded.",
                BULK);
        open.setBody("cup 22");
        commit("move");
        Mistake.when(
                !stored().contains("hot drinks: cup 22"),
                "After move, the caller changed the text of the open post and committed. The table"
                        + " has "
                        + stored()
                        + ".",
                BULK);
    }

    @Test
    @Order(3)
    @DisplayName("What the moderator had changed in the open post is kept.")
    void pending() {
        TopicPost open = post(db.session(), "cup 2");
        open.setBody("a cup of tea");
        Moderation.move(db.session(), open, "hot drinks");
        Mistake.when(
                !open.getBody().equals("a cup of tea"),
                "The moderator changed the text of the open post, and after move it is '"
                        + open.getBody()
                        + "' again: refresh overwrites what has not been flushed.",
                BULK);
        commit("move");
        Mistake.when(
                !stored().contains("hot drinks: a cup of tea"),
                "The moderator changed the text of the open post to 'a cup of tea', and it isn't"
                        + " stored. The table has "
                        + stored()
                        + ".",
                MEMORY);
    }

    @Test
    @Order(4)
    @DisplayName("An author who loaded a post before the move cannot undo it by saving.")
    void authors() {
        try (DbSession author = db.readOnly().openSession()) {
            TopicPost loaded = post(author, "cup 3");
            author.detach(loaded);
            author.rollback();
            Moderation.move(db.session(), post(db.session(), "cup 2"), "hot drinks");
            commit("move");
            loaded.setBody("my cup");
            boolean refused = false;
            try {
                db.inTransaction(
                        session -> {
                            session.merge(loaded);
                        });
            } catch (OptimisticLockException tooLate) {
                refused = true;
            }
            Mistake.when(
                    !refused,
                    "An author loaded a post of 'tea' before it was moved, and saved a new text"
                            + " afterwards. No OptimisticLockException was thrown, and the table has"
                            + " "
                            + stored()
                            + ". An UPDATE of many rows leaves @Version alone unless you say"
                            + " otherwise.",
                    VERSION);
        }
        Object others =
                db.rows("select sum(version) from topic_posts where body like 'pot%'")
                        .values()
                        .get(0)
                        .get(0);
        Mistake.when(
                ((Number) others).intValue() != 0,
                "Posts of another topic have new versions, although they didn't move.",
                BULK);
    }

    private int cost(String method, Supplier<Integer> call) {
        int[] number = new int[1];
        Trace trace = db.trace(() -> number[0] = call.get());
        long read =
                trace.statements().stream()
                        .filter(TracedStatement::isSelect)
                        .mapToLong(TracedStatement::rows)
                        .max()
                        .orElse(0);
        Mistake.when(
                read >= MANY,
                method
                        + " read "
                        + read
                        + " rows to change a topic with "
                        + MANY
                        + " posts. The database can do it without sending you any.",
                BULK);
        Mistake.when(
                trace.count() > HANDFUL,
                method
                        + " sent "
                        + trace.count()
                        + " statements for a topic with "
                        + MANY
                        + " posts. The number must not depend on how many there are.",
                BULK);
        return number[0];
    }

    @Test
    @Order(5)
    @DisplayName("A move takes a handful of statements, however many posts the topic has.")
    void cost() {
        storeMany();
        TopicPost open = post(db.session(), "leaf 5");
        cost("move", () -> Moderation.move(db.session(), open, "tea"));
    }

    @Test
    @Order(6)
    @DisplayName("All posts of a topic are deleted with their replies, in a handful of statements.")
    void removed() {
        storeMany();
        try {
            int removed = cost("remove", () -> Moderation.remove(db.session(), "herbs"));
            returned("remove", removed, MANY);
        } catch (ConstraintViolationException referenced) {
            throw new Mistake(
                    "The database rejected the DELETE, because replies refer to the posts. The"
                            + " cascade of the mapping works for objects that the session deletes,"
                            + " not for statements.",
                    BULK);
        }
        db.session().rollback();
        Mistake.when(
                stored().size() != MANY + 5,
                "The caller rolled back after remove, and the table has "
                        + stored().size()
                        + " posts instead of "
                        + (MANY + 5)
                        + ": something was committed. Leave that to the caller.",
                COMMIT);
        db.closeSession();
        returned("remove", Moderation.remove(db.session(), "tea"), 3);
        returned("remove", Moderation.remove(db.session(), "tea"), 0);
        commit("remove");
        List<String> left = stored();
        Mistake.when(
                left.size() != MANY + 2 || left.stream().anyMatch(post -> post.startsWith("tea")),
                "'tea' was removed, which had 3 of "
                        + (MANY + 5)
                        + " posts. Now there are "
                        + left.size()
                        + ".",
                BULK);
        Mistake.when(
                replies("pot 1") != 2,
                "'tea' was removed, and a post of 'coffee' now has "
                        + replies("pot 1")
                        + " replies instead of 2.",
                BULK);
    }
}
