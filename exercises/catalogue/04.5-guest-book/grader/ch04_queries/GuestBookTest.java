package ch04_queries;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.grade.NotSolvedYet;
import ormlab.trace.Trace;

@DisplayName("A guest book with a hole")
class GuestBookTest {
    private static final String GLUE = "04c_three_languages, \"Never concatenate values\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void entries() {
        db.models(GuestEntry.class).createAll();
        db.session()
                .addAll(
                        new GuestEntry("susan", "Delft"),
                        new GuestEntry("fred", "Ghent"),
                        new GuestEntry("O'Hara", "Cork"),
                        new GuestEntry("o'hare", "Bonn"));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static RuntimeException error(Supplier<?> code) {
        try {
            code.get();
            return null;
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private List<String> names(String typed) {
        List<GuestEntry> found = GuestBook.by(db, typed);
        db.closeSession();
        return found.stream().map(GuestEntry::getName).toList();
    }

    @Test
    @Order(1)
    @DisplayName("Whatever a visitor types is only compared with names.")
    void by() {
        Mistake.when(
                !names("fred").equals(List.of("fred")),
                "'fred' finds " + names("fred") + ".",
                GLUE);
        RuntimeException attack = error(() -> names("x' or '1' = '1"));
        Mistake.when(
                attack == null && names("x' or '1' = '1").size() == 4,
                "x' or '1' = '1 finds all 4 entries, because the text has become part of"
                        + " the statement. Write a placeholder (:name) into the HQL, and bind the"
                        + " value with setParameter.",
                GLUE);
        RuntimeException quote = error(() -> names("O'Hara"));
        db.closeSession();
        Mistake.when(
                quote != null,
                "O'Hara cannot be found: "
                        + (quote == null ? "" : quote.getMessage())
                        + " In a bound value, a quote is a character like any other.",
                GLUE);
        Mistake.when(
                !names("%").isEmpty(),
                "% finds "
                        + names("%")
                        + ", because in like it means any text. Compare the name with =, which has"
                        + " no patterns.",
                GLUE);
        Mistake.when(
                !names("O'Hara").equals(List.of("O'Hara")),
                "O'Hara finds " + names("O'Hara") + ".",
                GLUE);
        Trace trace = db.trace(() -> GuestBook.by(db, "susan"));
        Mistake.when(
                trace.statements().stream().anyMatch(sent -> sent.sql().contains("susan")),
                "The statement contains the name itself. Doubling the quotes closes this"
                        + " hole but leaves others; a bound value never becomes part of the"
                        + " statement.",
                GLUE);
    }

    @Test
    @Order(2)
    @DisplayName("The entries can be sorted by name and by city.")
    void sorted() {
        List<String> byCity =
                GuestBook.sorted(db, "city").stream().map(GuestEntry::getCity).toList();
        Mistake.when(
                byCity.equals(List.of("Delft", "Ghent", "Cork", "Bonn")),
                "Sorted by city, the entries are in the order in which they were stored:"
                        + " a bound 'city' is the same text for every row. A column cannot be"
                        + " bound; choose it from a list of names.",
                GLUE);
        Mistake.when(
                !byCity.equals(List.of("Bonn", "Cork", "Delft", "Ghent")),
                "Sorted by city: " + byCity + ".",
                GLUE);
        List<String> byName =
                GuestBook.sorted(db, "name").stream().map(GuestEntry::getName).toList();
        Mistake.when(
                !byName.equals(List.of("O'Hara", "fred", "o'hare", "susan")),
                "Sorted by name: " + byName + ".",
                GLUE);
    }

    @Test
    @Order(3)
    @DisplayName("Any other column is an error, and nothing is sent.")
    void otherColumns() {
        for (String typed : List.of("id desc", "name, id", "(select 1)")) {
            RuntimeException[] refused = new RuntimeException[1];
            Trace trace = db.trace(() -> refused[0] = error(() -> GuestBook.sorted(db, typed)));
            db.closeSession();
            Mistake.when(
                    refused[0] == null && trace.count() == 1 && sorts(trace, "name"),
                    "For the column '"
                            + typed
                            + "', the entries are silently sorted by name. Throw an error, so that"
                            + " the sender learns about the mistake.",
                    GLUE);
            Mistake.when(
                    refused[0] == null || trace.count() > 0,
                    "The column '"
                            + typed
                            + "' was sent to the database, so any text from the address becomes"
                            + " part of the statement. Only accept the names in your list.",
                    GLUE);
        }
    }

    private static boolean sorts(Trace trace, String column) {
        return trace.statements().get(0).sql().matches(".*order by \\w+\\." + column);
    }
}
