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

@DisplayName("Links through pages")
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
                            ? "Without a number in the address the view failed with a"
                                    + " NumberFormatException. PageRequest.parse reads a number as it"
                                    + " comes, and takes nothing and nonsense for the first page."
                            : "The number '"
                                    + number
                                    + "' made the view fail with a"
                                    + " NumberFormatException; what is no number means the first page.",
                    PAGES);
        } finally {
            db.closeSession();
        }
    }

    /** Tells whether nothing at all fails, too: that is told first. */
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
    @DisplayName("A page holds four films by title.")
    void titles() {
        List<String> first = page("1").titles();
        Mistake.when(
                first.equals(IntStream.of(3, 0, 5, 2).mapToObj(FilmListTest::title).toList()),
                "The first page holds the films in the order in which they were stored. Without"
                        + " orderBy a database may give rows in any order, and another one for each"
                        + " page: some films would be on two pages, and some on none.",
                PAGES);
        Mistake.when(
                !first.equals(IntStream.range(0, 4).mapToObj(FilmListTest::title).toList()),
                "The first page holds " + first + ", and not the first four by title.",
                PAGES);
        if (page("2").titles().size() != 4) {
            throw new Mistake("The second page holds " + page("2").titles() + ".", PAGES);
        }
    }

    @Test
    @Order(2)
    @DisplayName("The first page has no link to a previous one, and the last none to a next one.")
    void links() {
        FilmList.Shown first = page("1");
        Mistake.when(
                first.previous().isPresent(),
                "The first page has a link to "
                        + first.previous().orElse("")
                        + ", which is no page. Ask hasPrev() and hasNext() before you make a link.",
                PAGES);
        leads(first.next(), "/films?page=2", "next");
        FilmList.Shown last = page("2");
        Mistake.when(
                last.next().isPresent(),
                "There are "
                        + FILMS
                        + " films, so page 2 is the last one, and it has a link to "
                        + last.next().orElse("")
                        + ". A full page may be the last: only the count says whether another one"
                        + " follows, and hasNext() knows it.",
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
                        + ", and not to "
                        + wanted
                        + ".",
                PAGES);
    }

    @Test
    @Order(3)
    @DisplayName(
            "Nothing, and what is no number, means the first page; a page that is not there is NotFound.")
    void numbers() {
        List<String> first = page("1").titles();
        for (String none : new String[] {null, "", "two"}) {
            Mistake.when(
                    !page(none).titles().equals(first),
                    "The number '" + none + "' gives another page than the first.",
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
                    "There is no page "
                            + beyond
                            + ", and it is shown all the same, without a film.",
                    PAGES);
        }
    }

    @Test
    @Order(4)
    @DisplayName("A page costs two statements and reads no film that is not shown.")
    void budget() {
        Trace trace = db.trace(() -> films.page("1"));
        long most = trace.statements().stream().mapToLong(TracedStatement::rows).max().orElse(0);
        Mistake.when(
                most > 4,
                "All "
                        + FILMS
                        + " films were read to show 4 of them. Java cut the list after the"
                        + " database had sent it all; paginate lets the database cut.",
                PAGES);
        Mistake.when(
                trace.count() > 2,
                "The page took "
                        + trace.count()
                        + " statements, and two do: its rows and their number.",
                PAGES);
    }
}
