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

@DisplayName("A mountain hut's guest book")
class GuestBookTest {
    private static final String GREET = "07_view, \"Look up, add, commit\"";
    private static final String COMMIT = "07_view, \"The missing commit\"";
    private static final String REDIRECT = "07b_forms_and_their_dangers, \"POST, redirect, GET\"";
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

    /** Runs a request as a server does, which closes the session at its end. */
    private GuestBook.Answer sign(String name, Map<String, Object> web) {
        try {
            return book.sign(name, web);
        } catch (ConstraintViolationException twice) {
            throw new Mistake(
                    name
                            + " signed a second time and was inserted again, which the"
                            + " database rejected, because the name is unique. Look up the"
                            + " name before you add it.",
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
                    "The page /book has the status " + page.status() + " instead of 200.",
                    GREET);
            return page.text();
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("A new guest is stored when the request has ended, and only once.")
    void stored() {
        sign("ann", browser);
        Mistake.when(
                count("ann") == 0,
                "ann signed, but is not in the database when the request has ended. The"
                        + " session was closed without a commit, which rolls everything back"
                        + " without an error. Commit what you add.",
                COMMIT);
        sign("ann", browser);
        Mistake.when(
                count("ann") != 1,
                "ann signed twice, but is stored " + count("ann") + " times.",
                GREET);
    }

    private long count(String name) {
        return db.query(Guest.class).filterBy("name", name).count();
    }

    @Test
    @Order(2)
    @DisplayName("Looking up a guest reads no other guest.")
    void budget() {
        Trace trace = db.trace(() -> book.sign("ann", browser));
        long rows = trace.statements().stream().mapToLong(TracedStatement::rows).sum();
        Mistake.when(
                rows >= BEFORE,
                "All "
                        + BEFORE
                        + " guests were read to look up one name. Let the database search: filterBy"
                        + " before first() or exists().",
                GREET);
    }

    @Test
    @Order(3)
    @DisplayName("After signing, the browser is redirected to /book.")
    void redirect() {
        GuestBook.Answer answer = sign("ann", browser);
        Mistake.when(
                answer.status() == 200,
                "The response to the form is a page (status 200). When the browser"
                        + " reloads that page, it sends the form again. Respond with a redirect to"
                        + " /book, status 303, and let the browser load the page from there.",
                REDIRECT);
        Mistake.when(
                answer.status() != 303 || !"/book".equals(answer.location()),
                "The response to the form has status "
                        + answer.status()
                        + " and the location '"
                        + answer.location()
                        + "' instead of 303 and '/book'.",
                REDIRECT);
    }

    @Test
    @Order(4)
    @DisplayName("The page welcomes new guests, welcomes back known ones, and asks others to sign.")
    void greetings() {
        if (!greeting(new HashMap<>()).equals("Please sign.")) {
            throw new Mistake(
                    "Before anyone signed, the page shows '"
                            + greeting(new HashMap<>())
                            + "' instead of 'Please sign.'.",
                    GREET);
        }
        sign("ann", browser);
        String first = greeting(browser);
        Mistake.when(
                first.equals("Welcome back, ann!"),
                "ann signed for the first time, but is greeted with '"
                        + first
                        + "'. Once she is stored, every query finds her. Look her up before you add"
                        + " her, and remember the result.",
                GREET);
        Mistake.when(
                !first.equals("Welcome, ann!"),
                "ann is new, but is greeted with '" + first + "' instead of 'Welcome, ann!'.",
                GREET);
        String stranger = greeting(new HashMap<>());
        Mistake.when(
                !stranger.equals("Please sign."),
                "A browser in which no one signed is greeted with '"
                        + stranger
                        + "'. All browsers share the fields of the view. Keep what belongs to one"
                        + " of them in its web session, the map 'web'.",
                REDIRECT);
        store("ann");
        Map<String, Object> other = new HashMap<>();
        sign("ann", other);
        String second = greeting(other);
        Mistake.when(
                !second.equals("Welcome back, ann!"),
                "ann was already stored, but is greeted with '"
                        + second
                        + "' instead of 'Welcome back, ann!'. Store in 'known' whether the query"
                        + " found her.",
                GREET);
    }

    /** Another task reports a guest that the view did not store. */
    private void store(String name) {
        if (count(name) == 0) {
            db.session().add(new Guest(name));
            db.session().commit();
        }
        db.closeSession();
    }
}
