package ch01_configuration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.grade.Mistake;

@DisplayName("A diary that forgets")
class DiaryTest {
    private static final String HOOK = "01c_connections, \"Configure every new connection\"";
    private static final String POOL = "01c_connections, \"Threads and sessions\"";

    /**
     * The shortest wait for a connection that the settings allow, so that a full pool shows soon.
     */
    private static final int SHORT = 250;

    @TempDir Path folder;

    private Database open(ConnectionSettings settings) {
        try {
            Database db = Database.open("sqlite:///" + folder.resolve("diary.sqlite"), settings);
            db.models(DiaryPage.class).createAll();
            return db;
        } catch (RuntimeException refused) {
            throw new Mistake(
                    "The diary cannot be opened: the hook has closed the connection that it was given."
                            + " Close the statement that you made, and leave the connection open.",
                    HOOK);
        }
    }

    /** Holds some connections at once, and asks each of them. */
    private static List<Integer> ask(Database db, int connections, String pragma) {
        List<Session> sessions = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                Session session = db.sessionFactory().openSession();
                sessions.add(session);
                session.beginTransaction();
                Object answer =
                        session.createNativeQuery("pragma " + pragma, Object.class)
                                .getSingleResult();
                answers.add(((Number) answer).intValue());
            }
        } catch (RuntimeException full) {
            return answers; // as many as the pool gives
        } finally {
            sessions.forEach(Session::close);
        }
        return answers;
    }

    @Test
    @Order(1)
    @DisplayName("Each of the connections wipes what it deletes.")
    void wipes() {
        try (Database db = open(Diary.settings().poolMillis(SHORT))) {
            // SQLite may be built to wipe "fast" (2) without being told.
            List<Integer> answers = ask(db, 2, "secure_delete");
            Mistake.when(
                    !answers.equals(List.of(1, 1)),
                    "Two connections were asked, and not both of them wipe: either the settings that"
                            + " onConnect gave were thrown away, or the pragma is mistyped, to which SQLite"
                            + " says nothing.",
                    HOOK);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Foreign keys are still checked on each of them.")
    void foreignKeys() {
        try (Database db = open(Diary.settings().poolMillis(SHORT))) {
            Mistake.when(
                    ask(db, 2, "foreign_keys").contains(0),
                    "A connection does not check foreign keys any more. Your hook comes after the"
                            + " library's own settings; leave them as they are.",
                    "01c_connections, \"Settings of each connection\"");
        }
    }

    @Test
    @Order(3)
    @DisplayName("Three connections can be had at once, and not a fourth.")
    void pool() {
        try (Database db = open(Diary.settings().poolMillis(SHORT))) {
            int most = ask(db, 4, "foreign_keys").size();
            Mistake.when(
                    most > 3,
                    "Four connections were open at once. The pool holds ten unless poolSize says another"
                            + " number.",
                    POOL);
            Mistake.when(most < 3, "No more than " + most + " connections could be had.", POOL);
        }
    }

    @Entity(name = "DiaryPage")
    static class DiaryPage {
        @Id private String text;

        DiaryPage() {}

        String getText() {
            return text;
        }
    }
}
