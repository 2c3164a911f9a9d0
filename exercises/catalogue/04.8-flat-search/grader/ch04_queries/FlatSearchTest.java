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
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("A search for flats")
class FlatSearchTest {
    private static final String LATER =
            "04c_three_languages, \"Conditions you only know at run time\"";
    private static final String CONDITIONS = "04_queries, \"Conditions\"";
    private static final String MORE = "04_queries, \"Beyond equality\"";
    private static final String OWN = "04c_three_languages, \"Your own SQL\"";
    private static final String GLUE = "04c_three_languages, \"Never concatenate values\"";

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void flats() {
        db.models(Flat.class).createAll();
        db.session()
                .addAll(
                        new Flat("Ghent", 3, 900),
                        new Flat("Delft", 4, 1200),
                        new Flat("Ghent", 1, 400),
                        new Flat("Delft", 2, 700),
                        new Flat("Cork", 2, 1000),
                        new Flat("Ghent", 2, 800));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<Integer> rents(String city, Integer rooms, Integer most) {
        return rents(FlatSearch.search(db, city, rooms, most));
    }

    private static List<Integer> rents(List<Flat> flats) {
        return flats.stream().map(Flat::getRent).toList();
    }

    @Test
    @Order(1)
    @DisplayName("Each field that is filled in is a condition; an empty field is not.")
    void search() {
        List<Integer> all = rents(null, null, null);
        Mistake.when(
                all.isEmpty(),
                "Nothing was filled in, but no flat is found: a field that is null became"
                        + " a condition. Only add a condition for a field that is not null.",
                LATER);
        List<Integer> ghent = rents("Ghent", null, null);
        Mistake.when(
                ghent.size() == 6,
                "Ghent has 3 flats, but all 6 are found. filterBy does not change the"
                        + " query but returns a new one, which you have to use.",
                CONDITIONS);
        List<Integer> two = rents("Ghent", 2, null);
        Mistake.when(
                two.equals(List.of(900)),
                "At least 2 rooms in Ghent finds one flat; one with exactly 2 rooms is"
                        + " missing. \"At least\" includes the number itself.",
                MORE);
        Mistake.when(
                all.equals(List.of(900, 1200, 400, 700, 1000, 800)),
                "The flats are in the order in which they were stored, not sorted by rent.",
                LATER);
        same("everything", all, List.of(400, 700, 800, 900, 1000, 1200));
        same("Ghent", ghent, List.of(400, 800, 900));
        same("Ghent with 2 rooms", two, List.of(800, 900));
        same("at most 800", rents(null, null, 800), List.of(400, 700, 800));
        same("Delft, 3 rooms, at most 1000", rents("Delft", 3, 1000), List.of());
    }

    private static void same(String search, List<Integer> found, List<Integer> right) {
        Mistake.when(
                !found.equals(right),
                "The search for "
                        + search
                        + " finds the rents "
                        + found
                        + " instead of "
                        + right
                        + ".",
                LATER);
    }

    @Test
    @Order(2)
    @DisplayName("A search is one SELECT that reads only the flats it finds.")
    void budget() {
        int found = rents("Ghent", null, null).size();
        db.closeSession();
        Trace trace = db.trace(() -> FlatSearch.search(db, "Ghent", null, null));
        long rows = trace.statements().stream().mapToLong(TracedStatement::rows).sum();
        Mistake.when(
                trace.selects() != 1 || rows > found,
                "The search for Ghent read "
                        + rows
                        + " flats to find "
                        + found
                        + ", and filtered them in Java. Put the conditions into the query.",
                LATER);
    }

    @Test
    @Order(3)
    @DisplayName("For each city, the cheapest flat with enough rooms is found.")
    void cheapest() {
        List<Integer> found = rents(FlatSearch.cheapestOfEachCity(db, 2));
        Mistake.when(
                found.equals(List.of(700)),
                "Only a flat in Delft was found, because the inner select looks for the"
                        + " lowest rent of all cities. Which city should it be about?",
                OWN);
        Mistake.when(
                found.equals(List.of(1000, 700)),
                "Ghent is missing. Its cheapest flat has only one room, and hides the"
                        + " cheapest with two. The inner select needs the condition on the rooms as"
                        + " well.",
                OWN);
        Mistake.when(
                !found.equals(List.of(1000, 700, 800)),
                "With 2 rooms, the rents are " + found + " instead of [1000, 700, 800].",
                OWN);
        Trace trace = db.trace(() -> FlatSearch.cheapestOfEachCity(db, 2));
        Mistake.when(
                trace.selects() != 1,
                "The method sent " + trace.selects() + " SELECTs, but one is enough.",
                OWN);
        Mistake.when(
                trace.statements().get(0).binds().stream().allMatch(List::isEmpty),
                "The SQL contains the number of rooms. A number is harmless, but make it"
                        + " a habit to bind every value.",
                GLUE);
    }
}
