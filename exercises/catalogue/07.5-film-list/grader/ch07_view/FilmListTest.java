package ch07_view;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.query.NotFound;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Links between pages")
class FilmListTest {
    private static final String PAGES = "07_view, \"Page after page\"";
    private static final int FILMS = 8;

    private final Database db = Database.open("sqlite://");
    private final FilmList films = new FilmList(db);

    @BeforeEach
    void films() {
        db.models(Film.class).createAll();
        IntStream.range(0, FILMS)
                .forEach(i -> db.session().add(new Film(title((i * 5 + 3) % FILMS))));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static String title(int number) {
        return "Film " + number;
    }

    private FilmList.Shown page(String number) {
        try {
            return films.page(number);
        } catch (NumberFormatException none) {
            throw new Mistake(
                    number == null || wantsNumber()
                            ? "Without a number in the address, the view failed with a"
                                    + " NumberFormatException. PageRequest.parse treats a missing"
                                    + " number and text as the first page."
                            : "For the number '"
                                    + number
                                    + "', the view failed with a NumberFormatException. Text that"
                                    + " is not a number means the first page.",
                    PAGES);
        } finally {
            db.closeSession();
        }
    }

    /** Returns whether a missing number also fails, which is reported first. */
    private boolean wantsNumber() {
        try {
            films.page(null);
            return false;
        } catch (NumberFormatException none) {
            return true;
        }
    }

    @Test
    @Order(1)
    @DisplayName("A page has four films, sorted by title.")
    void titles() {
        List<String> first = page("1").titles();
        Mistake.when(
                first.equals(IntStream.of(3, 0, 5, 2).mapToObj(FilmListTest::title).toList()),
                "The first page has the films in the order in which they were stored."
                        + " Without orderBy, a database may return rows in any order, and in a"
                        + " different one for each page, so films could be on two pages or on none.",
                PAGES);
        Mistake.when(
                !first.equals(IntStream.range(0, 4).mapToObj(FilmListTest::title).toList()),
                "The first page has " + first + " instead of the first four by title.",
                PAGES);
        if (page("2").titles().size() != 4) {
            throw new Mistake("The second page has " + page("2").titles() + ".", PAGES);
        }
    }

    @Test
    @Order(2)
    @DisplayName(
            "The first page has no link to a previous page, and the last has none to a next page.")
    void links() {
        FilmList.Shown first = page("1");
        Mistake.when(
                first.previous().isPresent(),
                "The first page has a link to "
                        + first.previous().orElse("")
                        + ", which does not exist. Check hasPrev() and hasNext() before you create"
                        + " a link.",
                PAGES);
        leads(first.next(), "/films?page=2", "next");
        FilmList.Shown last = page("2");
        Mistake.when(
                last.next().isPresent(),
                "There are "
                        + FILMS
                        + " films, so page 2 is the last one, but it has a link to "
                        + last.next().orElse("")
                        + ". A full page may be the last one; hasNext() uses the total number to"
                        + " decide.",
                PAGES);
        leads(last.previous(), "/films?page=1", "previous");
    }

    private static void leads(Optional<String> link, String wanted, String name) {
        Mistake.when(
                !link.equals(Optional.of(wanted)),
                "The link '"
                        + name
                        + "' leads to "
                        + link.orElse("nowhere")
                        + " instead of "
                        + wanted
                        + ".",
                PAGES);
    }

    @Test
    @Order(3)
    @DisplayName(
            "Without a valid number, it is the first page; a page that does not exist is NotFound.")
    void numbers() {
        List<String> first = page("1").titles();
        for (String none : new String[] {null, "", "two"}) {
            Mistake.when(
                    !page(none).titles().equals(first),
                    "For the number '" + none + "', the page is not the first one.",
                    PAGES);
        }
        for (String beyond : new String[] {"3", "0", "-1"}) {
            boolean found = true;
            try {
                page(beyond);
            } catch (NotFound missing) {
                found = false;
            }
            Mistake.when(
                    found,
                    "There is no page " + beyond + ", but it is shown without films.",
                    PAGES);
        }
    }

    @Test
    @Order(4)
    @DisplayName("A page takes two statements, which read only the films on the page.")
    void budget() {
        Trace trace = db.trace(() -> films.page("1"));
        long most = trace.statements().stream().mapToLong(TracedStatement::rows).max().orElse(0);
        Mistake.when(
                most > 4,
                "All "
                        + FILMS
                        + " films were read to show 4 of them. Java cut the list after the database"
                        + " had sent all rows; paginate lets the database cut it.",
                PAGES);
        Mistake.when(
                trace.count() > 2,
                "The page took "
                        + trace.count()
                        + " statements, but two are enough: for its rows and for the total.",
                PAGES);
    }
}
