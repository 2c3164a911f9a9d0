package ch03_sessions;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("The guest list")
class GuestListTest {
    private static final String ADD = "03_sessions, \"Add\"";
    private static final String FLUSH = "03_sessions, \"Flush\"";
    private static final String COMMIT = "03_sessions, \"Commit\"";
    private static final List<String> NAMES = List.of("olga", "bert", "mia");

    private final Database db = Database.open("sqlite://");
    private List<Integer> ids;
    private Trace trace;

    /** Stores one guest first, so that an id differs from the guest's position in the list. */
    @BeforeEach
    void invite() {
        db.models(Guest.class).createAll();
        db.session().add(new Guest("host"));
        db.session().commit();
        trace = db.trace(() -> ids = GuestList.invite(db, NAMES));
        Mistake.when(
                sent("insert") == 0,
                "Nothing was sent to the database: a Guest that you create with new is a"
                        + " plain Java object. Add each one to the session with add or addAll.",
                ADD);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Each guest has a row when the program has ended.")
    void stored() {
        committed();
        db.closeSession();
        List<String> found =
                db.query(Guest.class).orderBy("id").all().stream().map(Guest::getName).toList();
        Mistake.when(
                !found.equals(List.of("host", "olga", "bert", "mia")),
                "The host was in the table, and olga, bert and mia were invited, but the"
                        + " table contains "
                        + found
                        + ".",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("The returned ids are those of the rows, in the order of the names.")
    void ids() {
        Mistake.when(
                ids != null && ids.contains(null),
                "The method returned "
                        + ids
                        + ", because the ids were read before the rows were sent. An object gets"
                        + " its id at the flush, so read it after flush() or commit().",
                FLUSH);
        List<Integer> rows =
                NAMES.stream()
                        .map(name -> db.query(Guest.class).filterBy("name", name).one().getId())
                        .toList();
        Mistake.when(
                List.of(1, 2, 3).equals(ids),
                "The method returned [1, 2, 3], but the rows have the ids "
                        + rows
                        + ", because the table already had a guest. The database generates the ids;"
                        + " read them from the objects.",
                FLUSH);
        Mistake.when(
                !rows.equals(ids),
                "The guests are "
                        + NAMES
                        + " and their rows have the ids "
                        + rows
                        + ", but the method returned "
                        + ids
                        + ".",
                FLUSH);
    }

    @Test
    @Order(3)
    @DisplayName("One commit stores all guests.")
    void oneCommit() {
        committed();
        Mistake.when(
                commits() > 1,
                "Storing three guests took "
                        + commits()
                        + " commits. If the second guest is rejected, the first one stays stored."
                        + " Add all of them, then commit once.",
                COMMIT);
    }

    private void committed() {
        Mistake.when(
                commits() == 0,
                "The rows were sent, but rolled back when the program ended. A flush only"
                        + " sends them; commit() keeps them.",
                COMMIT);
    }

    private long commits() {
        return trace.events().stream().filter(event -> "commit".equals(event.border())).count();
    }

    private long sent(String verb) {
        return trace.statements().stream().filter(sent -> sent.sql().startsWith(verb)).count();
    }
}
