package ch04_queries;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.query.Query;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A second-hand bookshop")
class BookshopTest {
    private static final String CONDITIONS = "04_queries, \"Conditions\"";
    private static final String MORE = "04_queries, \"Beyond equality\"";
    private static final String ORDER = "04_queries, \"Order and limit\"";

    private final Database db = Database.open(FreshDatabase.url());
    private Query<UsedBook> books;

    @BeforeEach
    void books() {
        db.models(UsedBook.class, Writer.class).createAll();
        Writer verne = new Writer("Verne");
        Writer woolf = new Writer("Woolf");
        db.session()
                .addAll(
                        verne,
                        woolf,
                        new UsedBook("The Waves", 3, null, woolf),
                        new UsedBook("Under the SEA", 7, "susan", verne),
                        new UsedBook("Round the moon", 5, null, verne),
                        new UsedBook("Adrift at sea", 5, "john", verne),
                        new UsedBook("Sea air", 9, null, woolf),
                        new UsedBook("Off on a comet", 6, null, verne));
        db.session().commit();
        db.closeSession();
        books = db.query(UsedBook.class);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static List<String> titles(List<UsedBook> books) {
        return books.stream().map(UsedBook::getTitle).toList();
    }

    @Test
    @Order(1)
    @DisplayName("A word is found anywhere in a title, in upper or lower case.")
    void titled() {
        List<String> found = titles(Bookshop.titled(books, "sea"));
        Mistake.when(
                found.isEmpty(),
                "Two titles contain 'sea', but none was found. A pattern without % only"
                        + " matches a title that consists of this word.",
                MORE);
        Mistake.when(
                !found.contains("Under the SEA") && found.contains("Adrift at sea"),
                "'sea' found "
                        + found
                        + ", but not 'Under the SEA': like(…) distinguishes upper and lower case.",
                MORE);
        List<String> right = List.of("Adrift at sea", "Sea air", "Under the SEA");
        Mistake.when(
                !found.equals(right),
                "'sea' found " + found + " instead of " + right + ", which is sorted by title.",
                MORE);
    }

    @Test
    @Order(2)
    @DisplayName("The writer's cheapest books are found; equal prices are sorted by title.")
    void cheapest() {
        List<String> found = titles(Bookshop.cheapest(books, "Verne", 3));
        Mistake.when(
                found.contains("The Waves"),
                "One of Verne's books is by Woolf. filterBy does not change the query but"
                        + " returns a new one, which you have to use.",
                CONDITIONS);
        Mistake.when(
                found.contains("Under the SEA"),
                "The most expensive book comes first: 'price desc' sorts in descending order.",
                ORDER);
        List<String> right = List.of("Adrift at sea", "Round the moon", "Off on a comet");
        Mistake.when(
                found.size() == right.size() && found.get(0).equals(right.get(1)),
                "Two books cost 5, and 'Round the moon' comes before 'Adrift at sea'."
                        + " Give orderBy a second name for equal prices.",
                ORDER);
        Mistake.when(
                !found.equals(right),
                "Verne's cheapest books are " + found + " instead of " + right + ".",
                ORDER);
    }

    @Test
    @Order(3)
    @DisplayName(
            "All books are found, even unreserved ones, except those reserved for the customer.")
    void notReserved() {
        List<String> found = titles(Bookshop.notReservedFor(books, "susan"));
        Mistake.when(
                found.equals(List.of("Adrift at sea")),
                "For Susan, only "
                        + found
                        + " is found. Books without a reservation have null, which is neither equal"
                        + " nor unequal to 'susan'. Include them with isNull.",
                MORE);
        Mistake.when(
                !found.contains("Adrift at sea") && found.contains("Sea air"),
                "For Susan, 'Adrift at sea' is not found, although it is reserved for"
                        + " john and not for her. isNull alone keeps only the books without a"
                        + " reservation.",
                MORE);
        List<String> right =
                List.of(
                        "Adrift at sea",
                        "Off on a comet",
                        "Round the moon",
                        "Sea air",
                        "The Waves");
        Mistake.when(
                !found.equals(right),
                "For Susan, " + found + " is found instead of " + right + ".",
                MORE);
    }

    @Test
    @Order(4)
    @DisplayName("Each method sends one SELECT, which reads only the books that it returns.")
    void budget() {
        readsOnly(1, "cheapest", db.trace(() -> Bookshop.cheapest(books, "Verne", 1)));
        db.closeSession();
        readsOnly(0, "titled", db.trace(() -> Bookshop.titled(books, "zzz")));
        db.closeSession();
        Trace all = db.trace(() -> Bookshop.notReservedFor(books, "susan"));
        Mistake.when(
                rows(all) > 5,
                "notReservedFor read all 6 books to return 5. Whatever follows all() is"
                        + " done in Java. Put the condition into the query.",
                CONDITIONS);
    }

    private static void readsOnly(int books, String method, Trace trace) {
        Mistake.when(
                rows(trace) > books,
                method
                        + " read "
                        + rows(trace)
                        + " books to return "
                        + books
                        + ". Whatever follows all() is done in Java, so put condition,"
                        + " order and limit before it.",
                ORDER);
        Mistake.when(
                trace.selects() != 1,
                method + " sent " + trace.selects() + " SELECTs, but one is enough.",
                ORDER);
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
