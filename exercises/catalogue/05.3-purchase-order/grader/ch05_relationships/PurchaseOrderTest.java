package ch05_relationships;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("An order and its lines")
class PurchaseOrderTest {
    private static final String WITHOUT = "05b_both_sides, \"Without mappedBy\"";
    private static final String STORED = "05b_both_sides, \"What is stored together\"";
    private static final String DELETED = "05b_both_sides, \"What is deleted together\"";
    private static final String ORPHANS = "05b_both_sides, \"Objects removed from a list\"";

    private final Database db = Database.open("sqlite://");
    private final OrderLine bread = new OrderLine(3, "bread");
    private final PurchaseOrder order = new PurchaseOrder();

    @BeforeEach
    void tables() {
        db.models(PurchaseOrder.class, OrderLine.class, Buyer.class).createAll();
        order.setBuyer(new Buyer("susan"));
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void store() {
        order.add(bread);
        order.add(new OrderLine(1, "cheese"));
        try {
            db.session().add(order);
            db.session().commit();
        } catch (OrmlabException notStored) {
            Mistake.when(
                    notStored.getMessage().contains("Buyer"),
                    "The order has a new buyer, who was not stored along: cascade = CascadeType.PERSIST"
                            + " does that.",
                    STORED);
            throw notStored;
        }
        Mistake.when(count(Buyer.class) == 0, "The buyer was not stored.", STORED);
        Mistake.when(count(OrderLine.class) == 0, NOT_STORED, STORED);
    }

    private static final String NOT_STORED =
            "The order was stored, and its lines were not: it does not know them. Setting the line's"
                    + " order is one side; put the line into the list, too, which cascades.";

    private long count(Class<?> model) {
        return db.query(model).count();
    }

    /** Does something with the stored order and commits. */
    private void change(Consumer<PurchaseOrder> change) {
        db.session().clear();
        change.accept(db.query(PurchaseOrder.class).one());
        db.session().commit();
    }

    @Test
    @Order(1)
    @DisplayName("Who stores an order stores its lines and a new buyer.")
    void stored() {
        store();
        Mistake.when(
                count(OrderLine.class) != 2,
                "Of 2 lines " + count(OrderLine.class) + " are stored.",
                STORED);
        int tables = db.diagram().tables().size();
        Mistake.when(
                tables != 3,
                "Three models made "
                        + tables
                        + " tables: without mappedBy the list has a table of its own, which says once"
                        + " more whose line it is.",
                WITHOUT);
    }

    @Test
    @Order(2)
    @DisplayName("An order is deleted with its lines; the buyer stays.")
    void deleted() {
        store();
        try {
            change(db.session()::delete);
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "The order cannot be deleted: "
                            + refused.getMessage()
                            + " The lines have to go along: CascadeType.REMOVE, or ALL.",
                    DELETED);
        }
        Mistake.when(
                count(Buyer.class) == 0,
                "With the order its buyer was deleted. A buyer has other orders, and belongs to none:"
                        + " on the side of the one, cascade storing and nothing else.",
                DELETED);
        Mistake.when(count(OrderLine.class) > 0, "The lines are still there.", DELETED);
    }

    @Test
    @Order(3)
    @DisplayName("A line that is taken out of its order is deleted.")
    void takenOut() {
        store();
        try {
            change(stored -> stored.remove(lineOf("bread")));
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Bread was taken out, lost its order, and the table refused that: "
                            + refused.getMessage()
                            + " A line without its order is an orphan; say that orphans are removed.",
                    ORPHANS);
        }
        List<String> left =
                db.query(OrderLine.class).all().stream().map(OrderLine::getArticle).toList();
        Mistake.when(
                left.contains("bread"),
                "Bread was taken out, and its line is still in the database. A line outside of its order"
                        + " is an orphan; say that orphans are removed.",
                ORPHANS);
        Mistake.when(!left.equals(List.of("cheese")), "The lines left are " + left + ".", ORPHANS);
    }

    private OrderLine lineOf(String article) {
        return db.query(OrderLine.class).filterBy("article", article).one();
    }
}
