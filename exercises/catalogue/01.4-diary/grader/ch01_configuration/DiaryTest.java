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
    private static final String HOOK = "09b_connections, \"Configure every new connection\"";
    private static final String POOL = "09b_connections, \"The pool\"";

    /**
     * The shortest wait for a connection that the settings allow, so that a full pool fails
     * quickly.
     */
    private static final int SHORT = 250;

    /** Enough to open a connection on a busy machine. */
    private static final int LONG = 5_000;

    @TempDir Path folder;

    private Database open(ConnectionSettings settings) {
        try {
            Database db = Database.open("sqlite:///" + folder.resolve("diary.sqlite"), settings);
            db.models(DiaryPage.class).createAll();
            return db;
        } catch (RuntimeException refused) {
            throw new Mistake(
                    "The diary cannot be opened, because the hook closed the connection"
                            + " that it was given. Close only the statement that you created.",
                    HOOK);
        }
    }

    /** Opens several connections at once and queries each of them. */
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
            return answers; // The pool has no more connections.
        } finally {
            sessions.forEach(Session::close);
        }
        return answers;
    }

    @Test
    @Order(1)
    @DisplayName("Every connection wipes what it deletes.")
    void wipes() {
        try (Database db = open(Diary.settings().poolMillis(LONG))) {
            // SQLite may be built to wipe "fast" (2) by default.
            List<Integer> answers = ask(db, 2, "secure_delete");
            Mistake.when(
                    !answers.equals(List.of(1, 1)),
                    "Of two connections, at least one doesn't wipe. Either the settings"
                            + " that onConnect returned were thrown away, or the pragma is"
                            + " mistyped, which SQLite silently ignores.",
                    HOOK);
        }
    }

    @Test
    @Order(2)
    @DisplayName("Every connection still checks foreign keys.")
    void foreignKeys() {
        try (Database db = open(Diary.settings().poolMillis(LONG))) {
            Mistake.when(
                    ask(db, 2, "foreign_keys").contains(0),
                    "A connection no longer checks foreign keys. Your hook runs after the"
                            + " library's own settings; leave those unchanged.",
                    "09b_connections, \"Settings of each connection\"");
        }
    }

    @Test
    @Order(3)
    @DisplayName("At most three connections are open at once.")
    void pool() {
        try (Database db = open(Diary.settings().poolMillis(SHORT))) {
            // The second time, the connections of the first are there, however busy the machine is.
            ask(db, 4, "foreign_keys");
            int most = ask(db, 4, "foreign_keys").size();
            Mistake.when(
                    most > 3,
                    "Four connections were open at once. The pool has ten unless you set"
                            + " poolSize.",
                    POOL);
            Mistake.when(
                    most < 3,
                    "No more than "
                            + most
                            + " connections could be opened at once. Set poolSize to 3.",
                    POOL);
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
