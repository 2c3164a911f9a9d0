package ch09_out_of_the_notebook;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityExistsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.trace.Trace;

@DisplayName("The microblog")
class MicroblogTest {
    private static final String PROJECT = "09_out_of_the_notebook, \"The microblog as a project\"";
    private static final String PROCESSES = "09_out_of_the_notebook, \"More than one process\"";
    private static final String DEPLOY = "09_out_of_the_notebook, \"Deploy, and go back\"";
    private static final String SQL = "V1__microblog.sql";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int AUTHORS = 12;

    @TempDir Path folder;
    private final Database db = Database.open("sqlite://");
    private final Microblog microblog = new Microblog();
    private Member susan;
    private Member john;
    private Member mary;

    @BeforeEach
    void members() {
        requireEntity();
        db.models(Member.class, Message.class, Follow.class).createAll();
        susan = member("susan");
        john = member("john");
        mary = member("mary");
        db.session().commit();
    }

    private static void requireEntity() {
        Mistake.when(
                !Follow.class.isAnnotationPresent(Entity.class) && constructs(),
                "Follow has no @Entity yet, so Hibernate does not store it.",
                "02_models, \"The smallest model\"");
    }

    /** An untouched Follow ends here as "to do". */
    private static boolean constructs() {
        new Follow(new Member("a"), new Member("b"));
        return true;
    }

    private Member member(String name) {
        Member member = new Member(name);
        db.session().add(member);
        return member;
    }

    private void write(String text, int minute, Member author) {
        db.session().add(new Message(text, NOON.plusSeconds(60L * minute), author));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void follow(Member one, Member other) {
        try {
            microblog.follow(db.session(), one, other);
        } catch (ConstraintViolationException | EntityExistsException twice) {
            throw new Mistake(
                    "susan followed john twice, and the second time threw an error. It is"
                            + " correct that the pair is unique, but a second click should not be"
                            + " an error for the visitor. Check first whether the pair exists.",
                    PROJECT);
        }
    }

    @Test
    @Order(1)
    @DisplayName("Each pair is stored once, and no one can follow themselves.")
    void following() {
        follow(susan, john);
        db.session().rollback();
        Mistake.when(
                follows() != 1,
                "susan followed john, but the table has "
                        + follows()
                        + " rows when the request has ended.",
                PROJECT);
        follow(susan, john);
        Mistake.when(
                follows() != 1,
                "susan followed john twice, and the table has " + follows() + " rows.",
                PROJECT);
        follow(john, john);
        Mistake.when(follows() != 1, "john follows himself.", PROJECT);
        followsOnceMore(susan, mary, "susan followed john and then mary");
        followsOnceMore(mary, john, "susan followed john, and then mary followed john");
        boolean refused = false;
        try {
            db.session().add(new Follow(susan, john));
            db.session().commit();
        } catch (ConstraintViolationException | EntityExistsException unique) {
            refused = true;
        }
        Mistake.when(
                !refused,
                "Two rows with susan following john could be stored. Checking in Java is"
                        + " not enough if two processes run at once. Add a unique constraint on the"
                        + " pair to the entity.",
                PROCESSES);
    }

    /** A new pair must be stored even if either member is already in another pair. */
    private void followsOnceMore(Member one, Member other, String what) {
        long before = follows();
        follow(one, other);
        Mistake.when(
                follows() != before + 1,
                what
                        + ", but the second pair was not stored. Look for the pair with"
                        + " both the follower and the followed member.",
                PROJECT);
    }

    private long follows() {
        return db.query(Follow.class).count();
    }

    private Page<Message> timeline() {
        return microblog.timeline(db.session(), susan, PageRequest.of(1, 20));
    }

    @Test
    @Order(2)
    @DisplayName(
            "The timeline has the messages of the member and of followed members, newest first.")
    void timelineInOrder() {
        db.session().add(new Follow(susan, john));
        write("first, by susan", 1, susan);
        write("third, by mary", 3, mary);
        write("fourth, by john", 4, john);
        db.session().commit();
        write(
                "second, by john",
                2,
                john); // Written offline and stored late, so its id is the largest.
        db.session().commit();
        List<String> texts = timeline().items().stream().map(Message::getText).toList();
        Mistake.when(
                texts.stream().noneMatch(text -> text.endsWith("susan")),
                "susan's timeline lacks her own messages. The authors are those whom she"
                        + " follows, and susan.",
                PROJECT);
        Mistake.when(
                texts.equals(List.of("first, by susan", "second, by john", "fourth, by john")),
                "The timeline begins with the oldest message. 'written desc' puts the newest first.",
                PROJECT);
        Mistake.when(
                texts.equals(List.of("second, by john", "fourth, by john", "first, by susan")),
                "The timeline begins with the message that was stored last, but was"
                        + " written second. Sort by 'written', not by the id.",
                PROJECT);
        Mistake.when(
                !texts.equals(List.of("fourth, by john", "second, by john", "first, by susan")),
                "susan follows john, but her timeline has " + texts + ".",
                PROJECT);
    }

    @Test
    @Order(3)
    @DisplayName("A page of the timeline takes three statements, including the authors' names.")
    void budget() {
        IntStream.range(0, AUTHORS)
                .forEach(
                        i -> {
                            Member author = member("author " + i);
                            db.session().add(new Follow(susan, author));
                            write("message " + i, i, author);
                        });
        db.session().commit();
        db.closeSession();
        susan = db.query(Member.class).filterBy("name", "susan").one();
        Trace trace = db.trace(() -> microblog.html(timeline()));
        Mistake.when(
                trace.count() > AUTHORS,
                "Showing "
                        + AUTHORS
                        + " messages took "
                        + trace.count()
                        + " statements: each author was loaded separately when the page used the"
                        + " name. fetch(\"author\") loads them with the messages.",
                "05_relationships, \"What it costs\"");
        Mistake.when(
                trace.count() > 3,
                "A page of the timeline took "
                        + trace.count()
                        + " statements, but three are enough.",
                PROJECT);
    }

    @Test
    @Order(4)
    @DisplayName("The page shows the name and the text of each message, and escapes both.")
    void page() {
        String html =
                microblog.html(
                        List.of(
                                new Message("good & morning", NOON, new Member("susan")),
                                new Message(SCRIPT, NOON, new Member("<b>oss"))));
        Mistake.when(
                html.contains(SCRIPT),
                "A message is "
                        + SCRIPT
                        + ", and the page contains exactly that, so each reader's browser runs it."
                        + " Escape text that people typed where you show it.",
                "07b_forms_and_their_dangers, \"Escape what you show\"");
        Mistake.when(
                html.contains("<b>oss"),
                "A member is called '<b>oss', and the page does not escape the name."
                        + " People type their names as well.",
                "07b_forms_and_their_dangers, \"Escape what you show\"");
        Mistake.when(
                !html.contains("<p><b>susan</b> good &amp; morning</p>"),
                "The message 'good & morning' by susan is shown as: " + html,
                PROJECT);
        long lines = html.lines().filter(line -> line.matches("<p><b>.*</p>")).count();
        Mistake.when(
                lines != 2 || html.strip().lines().count() != 2,
                "Two messages must be two lines, but the page is:\n" + html,
                PROJECT);
    }

    @Test
    @Order(5)
    @DisplayName("In an empty database, the migration creates the tables of the models.")
    void migration() throws IOException {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        String sql = sql();
        if (sql.contains("TODO")) {
            throw new NotSolvedYet("the migration");
        }
        Files.writeString(migrations.resolve(SQL), sql);
        try (Database fresh = Database.open("sqlite:///" + folder.resolve("fresh.sqlite"))) {
            fresh.models(Member.class, Message.class, Follow.class);
            fresh.migrations(migrations.toString()).upgrade();
            var check = fresh.migrations(migrations.toString()).check();
            Mistake.when(
                    check.exitCode() != 0,
                    "After the migration, the tables differ from the models:\n"
                            + differences(check.toString())
                            + "\nCompare V1__microblog.sql with db.ddl().",
                    DEPLOY);
        } catch (OrmlabException refused) {
            throw new Mistake(
                    "The migration fails: "
                            + refused.getMessage().replace(folder.toString(), "FOLDER"),
                    DEPLOY);
        }
    }

    private static String differences(String check) {
        return String.join(
                "\n", check.lines().filter(line -> line.startsWith("Detected")).toList());
    }

    private String sql() throws IOException {
        try (InputStream text =
                MicroblogTest.class
                        .getClassLoader()
                        .getResourceAsStream("ch09_out_of_the_notebook/" + SQL)) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
