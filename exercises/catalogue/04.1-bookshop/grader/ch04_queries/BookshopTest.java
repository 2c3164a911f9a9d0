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
    @DisplayName("A word is found anywhere in a title, whatever its capitals.")
    void titled() {
        List<String> found = titles(Bookshop.titled(books, "sea"));
        Mistake.when(
                found.isEmpty(),
                "No title holds 'sea', though three do: a pattern without % fits only a title that is"
                        + " this word and nothing else.",
                MORE);
        Mistake.when(
                !found.contains("Under the SEA") && found.contains("Adrift at sea"),
                "'sea' found " + found + ", and not 'Under the SEA': for like(…) capitals count.",
                MORE);
        List<String> right = List.of("Adrift at sea", "Sea air", "Under the SEA");
        Mistake.when(
                !found.equals(right),
                "'sea' found " + found + ", and not " + right + ", which is by title.",
                MORE);
    }

    @Test
    @Order(2)
    @DisplayName("The cheapest books are the writer's own; equal prices go by title.")
    void cheapest() {
        List<String> found = titles(Bookshop.cheapest(books, "Verne", 3));
        Mistake.when(
                found.contains("The Waves"),
                "Among Verne's books is one of Woolf's: filterBy changes no query, it gives a new one"
                        + " that has to be kept.",
                CONDITIONS);
        Mistake.when(
                found.contains("Under the SEA"),
                "The dearest book comes first: 'price desc' sorts downwards.",
                ORDER);
        List<String> right = List.of("Adrift at sea", "Round the moon", "Off on a comet");
        Mistake.when(
                found.size() == right.size() && found.get(0).equals(right.get(1)),
                "Two books cost 5, and 'Round the moon' comes before 'Adrift at sea': orderBy needs a"
                        + " second name, for where the prices are equal.",
                ORDER);
        Mistake.when(
                !found.equals(right),
                "Verne's cheapest are " + found + ", not " + right + ".",
                ORDER);
    }

    @Test
    @Order(3)
    @DisplayName("All books but the customer's own are offered, also those that nobody reserved.")
    void notReserved() {
        List<String> found = titles(Bookshop.notReservedFor(books, "susan"));
        Mistake.when(
                found.equals(List.of("Adrift at sea")),
                "Susan is offered "
                        + found
                        + " only. Books that nobody reserved have null there, and null neither equals"
                        + " 'susan' nor differs from it: ask for them with isNull, too.",
                MORE);
        Mistake.when(
                !found.contains("Adrift at sea") && found.contains("Sea air"),
                "Susan is not offered 'Adrift at sea', which is reserved for john and not for her:"
                        + " isNull alone keeps only books that nobody reserved.",
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
                "Susan is offered " + found + ", and not " + right + ".",
                MORE);
    }

    @Test
    @Order(4)
    @DisplayName("Each answer costs one SELECT, which reads only the books it gives.")
    void budget() {
        readsOnly(1, "cheapest", db.trace(() -> Bookshop.cheapest(books, "Verne", 1)));
        db.closeSession();
        readsOnly(0, "titled", db.trace(() -> Bookshop.titled(books, "zzz")));
        db.closeSession();
        Trace all = db.trace(() -> Bookshop.notReservedFor(books, "susan"));
        Mistake.when(
                rows(all) > 5,
                "notReservedFor read all 6 books to give 5, and let Java choose: what stands behind"
                        + " all() is done in Java. Say the condition to the query.",
                CONDITIONS);
    }

    private static void readsOnly(int books, String method, Trace trace) {
        Mistake.when(
                rows(trace) > books,
                method
                        + " read "
                        + rows(trace)
                        + " books to give "
                        + books
                        + ": what stands behind all() is done in Java. Condition, order and limit belong"
                        + " before it.",
                ORDER);
        Mistake.when(
                trace.selects() != 1,
                method + " took " + trace.selects() + " SELECTs, where one does.",
                ORDER);
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
