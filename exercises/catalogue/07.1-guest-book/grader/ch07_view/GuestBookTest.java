package ch07_view;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("The guest book of a hut")
class GuestBookTest {
    private static final String GREET = "07_view, \"Look up, add, commit\"";
    private static final String COMMIT = "07_view, \"The missing commit\"";
    private static final int BEFORE = 30;

    private final Database db = Database.open("sqlite://");
    private final GuestBook book = new GuestBook(db);
    private final Map<String, Object> browser = new HashMap<>();

    @BeforeEach
    void guests() {
        db.models(Guest.class).createAll();
        IntStream.range(0, BEFORE).forEach(i -> db.session().add(new Guest("guest " + i)));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** A request as a server runs it: its session ends with it. */
    private GuestBook.Answer sign(String name, Map<String, Object> web) {
        try {
            return book.sign(name, web);
        } catch (ConstraintViolationException twice) {
            throw new Mistake(
                    name
                            + " signed for the second time and was inserted for the second time, which"
                            + " the database refused: the name is unique. Look the name up before you"
                            + " add it.",
                    GREET);
        } finally {
            db.closeSession();
        }
    }

    private String greeting(Map<String, Object> web) {
        try {
            GuestBook.Answer page = book.book(web);
            Mistake.when(
                    page.status() != 200,
                    "The page /book has the status "
                            + page.status()
                            + ", and a page that is there"
                            + " has 200.",
                    GREET);
            return page.text();
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("Who is new is in the database when the request is over, and once only.")
    void stored() {
        sign("ann", browser);
        Mistake.when(
                count("ann") == 0,
                "ann signed, her request ended, and there is no ann in the database. No error says so:"
                        + " the session was closed with what it had not committed. A view that adds"
                        + " must commit.",
                COMMIT);
        sign("ann", browser);
        Mistake.when(
                count("ann") != 1,
                "ann signed twice, and is stored " + count("ann") + " times.",
                GREET);
    }

    private long count(String name) {
        return db.query(Guest.class).filterBy("name", name).count();
    }

    @Test
    @Order(2)
    @DisplayName("The look-up reads no other guest.")
    void budget() {
        Trace trace = db.trace(() -> book.sign("ann", browser));
        long rows = trace.statements().stream().mapToLong(TracedStatement::rows).sum();
        Mistake.when(
                rows >= BEFORE,
                "All "
                        + BEFORE
                        + " guests were read to find out whether one of them is there. Let the"
                        + " database look: filterBy before first() or exists().",
                GREET);
    }

    @Test
    @Order(3)
    @DisplayName("A signed form is answered by a redirect to /book.")
    void redirect() {
        GuestBook.Answer answer = sign("ann", browser);
        Mistake.when(
                answer.status() == 200,
                "The signed form is answered by a page (status 200). When the browser loads that page"
                        + " again, it sends the form again. Answer with a redirect to /book, status"
                        + " 303, and let the browser get the page from there.",
                GREET);
        Mistake.when(
                answer.status() != 303 || !"/book".equals(answer.location()),
                "The signed form is answered by "
                        + answer.status()
                        + " and the location '"
                        + answer.location()
                        + "', and not by 303 and '/book'.",
                GREET);
    }

    @Test
    @Order(4)
    @DisplayName(
            "The page welcomes who is new, welcomes back who is known, and asks others to sign.")
    void greetings() {
        if (!greeting(new HashMap<>()).equals("Please sign.")) {
            throw new Mistake(
                    "Before anybody signed, the page says '"
                            + greeting(new HashMap<>())
                            + "', and not 'Please sign.'.",
                    GREET);
        }
        sign("ann", browser);
        String first = greeting(browser);
        Mistake.when(
                first.equals("Welcome back, ann!"),
                "ann signed for the first time, and is greeted with '"
                        + first
                        + "'. Once she is stored, every look-up finds her: ask before you add, and"
                        + " keep the answer.",
                GREET);
        Mistake.when(
                !first.equals("Welcome, ann!"),
                "ann is new and is greeted with '" + first + "', and not with 'Welcome, ann!'.",
                GREET);
        String stranger = greeting(new HashMap<>());
        Mistake.when(
                !stranger.equals("Please sign."),
                "A browser in which nobody signed is greeted with '"
                        + stranger
                        + "'. A field of the view is shared by all browsers; what belongs to one of"
                        + " them belongs into its web session, the map 'web'.",
                GREET);
        store("ann");
        Map<String, Object> other = new HashMap<>();
        sign("ann", other);
        String second = greeting(other);
        Mistake.when(
                !second.equals("Welcome back, ann!"),
                "ann was stored before, and is greeted with '"
                        + second
                        + "', and not with 'Welcome back, ann!': 'known' must say what the look-up"
                        + " found.",
                GREET);
    }

    /** Who was not stored by the view is told in another task. */
    private void store(String name) {
        if (count(name) == 0) {
            db.session().add(new Guest(name));
            db.session().commit();
        }
        db.closeSession();
    }
}
