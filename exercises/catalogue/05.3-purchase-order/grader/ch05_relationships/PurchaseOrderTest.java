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
                    "The order has a new buyer, who was not stored with it: cascade ="
                            + " CascadeType.PERSIST does that.",
                    STORED);
            throw notStored;
        }
        Mistake.when(count(Buyer.class) == 0, "The buyer was not stored.", STORED);
        Mistake.when(count(OrderLine.class) == 0, NOT_STORED, STORED);
    }

    private static final String NOT_STORED =
            "The order was stored without its lines. Setting the line's order is only one"
                    + " side; also add the line to the list, which cascades.";

    private long count(Class<?> model) {
        return db.query(model).count();
    }

    /** Changes the stored order and commits. */
    private void change(Consumer<PurchaseOrder> change) {
        db.session().clear();
        change.accept(db.query(PurchaseOrder.class).one());
        db.session().commit();
    }

    @Test
    @Order(1)
    @DisplayName("Storing an order also stores its lines and a new buyer.")
    void stored() {
        store();
        Mistake.when(
                count(OrderLine.class) != 2,
                count(OrderLine.class) + " of 2 lines are stored.",
                STORED);
        int tables = db.diagram().tables().size();
        Mistake.when(
                tables != 3,
                "Three models have "
                        + tables
                        + " tables: without mappedBy, the list has its own join table, which stores"
                        + " the order of each line a second time.",
                WITHOUT);
    }

    @Test
    @Order(2)
    @DisplayName("Deleting an order deletes its lines, but not the buyer.")
    void deleted() {
        store();
        try {
            change(db.session()::delete);
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "The order cannot be deleted: "
                            + refused.getMessage()
                            + " Delete its lines with it: CascadeType.REMOVE, or ALL.",
                    DELETED);
        }
        Mistake.when(
                count(Buyer.class) == 0,
                "The buyer was deleted with the order. A buyer may have other orders, so"
                        + " only cascade PERSIST on that side.",
                DELETED);
        Mistake.when(count(OrderLine.class) > 0, "The lines were not deleted.", DELETED);
    }

    @Test
    @Order(3)
    @DisplayName("A line that is removed from its order is deleted.")
    void takenOut() {
        store();
        try {
            change(stored -> stored.remove(lineOf("bread")));
        } catch (ConstraintViolation refused) {
            throw new Mistake(
                    "Bread was removed and lost its order, which the table rejects: "
                            + refused.getMessage()
                            + " A line without its order is an orphan; use orphanRemoval.",
                    ORPHANS);
        }
        List<String> left =
                db.query(OrderLine.class).all().stream().map(OrderLine::getArticle).toList();
        Mistake.when(
                left.contains("bread"),
                "Bread was removed from the order, but its line is still in the database."
                        + " A line without its order is an orphan; use orphanRemoval.",
                ORPHANS);
        Mistake.when(
                !left.equals(List.of("cheese")), "The remaining lines are " + left + ".", ORPHANS);
    }

    private OrderLine lineOf(String article) {
        return db.query(OrderLine.class).filterBy("article", article).one();
    }
}
