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
import ormlab.grade.NotSolvedYet;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("What the customers bought")
class SalesReportTest {
    private static final String GROUPS = "04c_three_languages, \"HQL: queries about classes\"";

    private static final List<Total> ALL =
            List.of(
                    new Total("anna", 0, 0),
                    new Total("fred", 2, 700),
                    new Total("john", 1, 500),
                    new Total("john", 3, 900),
                    new Total("susan", 1, 2000));

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void purchases() {
        db.models(Customer.class, Purchase.class).createAll();
        Customer susan = new Customer("susan");
        Customer fred = new Customer("fred");
        Customer john = new Customer("john");
        Customer other = new Customer("john");
        db.session().addAll(susan, fred, john, new Customer("anna"), other);
        db.session()
                .addAll(
                        new Purchase(2000, susan),
                        new Purchase(300, fred),
                        new Purchase(400, fred),
                        new Purchase(500, john),
                        new Purchase(300, other),
                        new Purchase(300, other),
                        new Purchase(300, other));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** The two johns may be in any order. */
    private static List<Total> inOrder(List<Total> totals) {
        for (int i = 0; i + 2 <= totals.size(); i++) {
            Total one = totals.get(i);
            Total next = totals.get(i + 1);
            if (one.customer().equals(next.customer()) && one.cents() > next.cents()) {
                List<Total> swapped = new java.util.ArrayList<>(totals);
                swapped.set(i, next);
                swapped.set(i + 1, one);
                return swapped;
            }
        }
        return totals;
    }

    private List<Total> totals() {
        try {
            return inOrder(SalesReport.totals(db));
        } catch (NotSolvedYet toDo) {
            throw toDo;
        } catch (RuntimeException failed) {
            Mistake.when(
                    String.valueOf(failed.getMessage()).contains("null")
                            || failed.getClass().getSimpleName().contains("Instantiation"),
                    "Anna bought nothing, and the sum of no rows is null, which the long"
                            + " in Total cannot hold. coalesce(…, 0) turns it into 0.",
                    GROUPS);
            throw failed;
        }
    }

    @Test
    @Order(1)
    @DisplayName("Every customer has a total, even without a purchase.")
    void everyCustomer() {
        List<Total> found = totals();
        Mistake.when(
                found.stream().noneMatch(total -> total.customer().equals("anna")),
                "Anna is missing: she bought nothing, and a join drops customers without"
                        + " a purchase. Begin with the customers, and use a left join for the"
                        + " purchases.",
                GROUPS);
        Mistake.when(
                found.contains(new Total("anna", 1, 0)),
                "Anna has 1 purchase of 0 cents: count(*) counts rows, and anna has one"
                        + " row even without a purchase. count(p) counts purchases.",
                GROUPS);
        Mistake.when(
                found.size() == ALL.size() - 1,
                "Two customers are called john, and their purchases are in one group."
                        + " Group by the id as well, because names are not unique.",
                GROUPS);
        Mistake.when(
                !found.equals(ALL), "The totals are " + found + " instead of " + ALL + ".", GROUPS);
    }

    @Test
    @Order(2)
    @DisplayName("Customers are found by the sum of all their purchases.")
    void atLeast() {
        List<Total> found = inOrder(SalesReport.atLeast(db, 700));
        Mistake.when(
                found.equals(List.of(ALL.get(4))),
                "With at least 700 cents, only susan is found. Fred spent 300 and 400:"
                        + " where checks each purchase alone, having checks the group.",
                GROUPS);
        Mistake.when(
                found.equals(List.of(ALL.get(3), ALL.get(4))),
                "Fred spent exactly 700 cents, but is missing: at least is >=, not >.",
                GROUPS);
        List<Total> right = List.of(ALL.get(1), ALL.get(3), ALL.get(4));
        Mistake.when(
                !found.equals(right),
                "With at least 700 cents, the query finds " + found + " instead of " + right + ".",
                GROUPS);
    }

    @Test
    @Order(3)
    @DisplayName("Each report is one SELECT that returns one row for each customer in the report.")
    void budget() {
        long customers = totals().size();
        db.closeSession();
        Trace trace = db.trace(() -> SalesReport.totals(db));
        Mistake.when(
                trace.selects() > 1,
                "The report sent "
                        + trace.selects()
                        + " SELECTs: one for the customers, and one for each of them. One query"
                        + " with group by is enough.",
                GROUPS);
        Mistake.when(
                rows(trace) > customers,
                "The report read " + rows(trace) + " rows for " + customers + " customers.",
                GROUPS);
        db.closeSession();
        Trace some = db.trace(() -> SalesReport.atLeast(db, 700));
        Mistake.when(
                rows(some) > 3,
                "atLeast read the totals of all "
                        + rows(some)
                        + " customers to return 3, and filtered them in Java. having lets the"
                        + " database filter.",
                GROUPS);
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
