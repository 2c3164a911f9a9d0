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
    private static final String ALL = "03b_all_or_nothing, \"All or nothing\"";
    private static final List<String> NAMES = List.of("olga", "bert", "mia");

    private final Database db = Database.open("sqlite://");
    private List<Integer> ids;
    private Trace trace;

    /** There is a guest already, so that an id is not the number of the guest in the list. */
    @BeforeEach
    void invite() {
        db.models(Guest.class).createAll();
        db.session().add(new Guest("host"));
        db.session().commit();
        trace = db.trace(() -> ids = GuestList.invite(db, NAMES));
        Mistake.when(
                sent("insert") == 0,
                "Nothing was sent to the database: a Guest that is only made with new is an object"
                        + " like any other. Hand each to the session with add or addAll.",
                ADD);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Each guest has a row after the program has ended.")
    void stored() {
        committed();
        db.closeSession();
        List<String> found =
                db.query(Guest.class).orderBy("id").all().stream().map(Guest::getName).toList();
        Mistake.when(
                !found.equals(List.of("host", "olga", "bert", "mia")),
                "The host was there, and olga, bert and mia were invited. Stored are "
                        + found
                        + ".",
                COMMIT);
    }

    @Test
    @Order(2)
    @DisplayName("The ids are those of the rows, in the order of the names.")
    void ids() {
        Mistake.when(
                ids != null && ids.contains(null),
                "The answer is "
                        + ids
                        + ": the ids were asked for before the rows were sent. An object gets its id at"
                        + " the flush, so ask behind flush() or commit().",
                FLUSH);
        List<Integer> rows =
                NAMES.stream()
                        .map(name -> db.query(Guest.class).filterBy("name", name).one().getId())
                        .toList();
        Mistake.when(
                List.of(1, 2, 3).equals(ids),
                "The answer is [1, 2, 3], and the rows have the ids "
                        + rows
                        + ": there was a guest already. The database counts; ask each object for its"
                        + " id.",
                FLUSH);
        Mistake.when(
                !rows.equals(ids),
                "The guests are "
                        + NAMES
                        + ", their rows have the ids "
                        + rows
                        + ", and the answer is "
                        + ids
                        + ".",
                FLUSH);
    }

    @Test
    @Order(3)
    @DisplayName("All of them are stored by one commit.")
    void oneCommit() {
        committed();
        Mistake.when(
                commits() > 1,
                "Three guests took "
                        + commits()
                        + " commits. If the second is refused, the first stays: half a party. Add all"
                        + " of them, then commit once.",
                ALL);
    }

    private void committed() {
        Mistake.when(
                commits() == 0,
                "The rows were sent, and given up when the program ended: a flush sends, and only"
                        + " commit() makes it stay.",
                COMMIT);
    }

    private long commits() {
        return trace.events().stream().filter(event -> "commit".equals(event.border())).count();
    }

    private long sent(String verb) {
        return trace.statements().stream().filter(sent -> sent.sql().startsWith(verb)).count();
    }
}
