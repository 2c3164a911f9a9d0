package ch90_pack;

import jakarta.persistence.Entity;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("A shelf and its label")
class ShelfTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String IDS = "02_models, \"Ids\"";
    private static final String COLUMNS = "02_models, \"Columns\"";

    private final Database db = Database.open("sqlite://");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("A stored shelf has an id, and is loaded with its label.")
    void roundTrip() {
        create();
        Shelf shelf = new Shelf("flour");
        store(shelf);
        Mistake.when(shelf.getId() == null, "getId() of a stored shelf returns null.", ENTITY);
        db.closeSession();
        String label = db.query(Shelf.class).get(shelf.getId()).orElseThrow().getLabel();
        Mistake.when(
                !"flour".equals(label),
                "A shelf labelled flour was stored, but it was loaded with the label " + label + ".",
                COLUMNS);
    }

    @Test
    @Order(2)
    @DisplayName("A shelf without a label is rejected.")
    void required() {
        create();
        boolean stored = false;
        try {
            store(new Shelf(null));
            stored = true;
        } catch (RuntimeException refused) {
            // As it should be.
        }
        Mistake.when(
                stored,
                "A shelf without a label was stored. A column accepts null unless you write"
                        + " nullable = false on its @Column.",
                COLUMNS);
    }

    /** An untouched stub ends in the first line, and then the task is still to do. */
    private void create() {
        new Shelf("flour");
        Mistake.when(
                !Shelf.class.isAnnotationPresent(Entity.class),
                "Shelf has no @Entity yet, so Hibernate does not store it.",
                ENTITY);
        Mistake.when(
                Arrays.stream(Shelf.class.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0),
                "Shelf has no constructor without parameters. Hibernate needs one to create a"
                        + " shelf before it sets the fields; it may be protected.",
                ENTITY);
        db.models(Shelf.class).createAll();
    }

    private void store(Shelf shelf) {
        db.session().add(shelf);
        try {
            db.session().commit();
        } catch (RuntimeException refused) {
            db.session().rollback();
            Mistake.when(
                    String.valueOf(refused.getMessage()).contains("has no id"),
                    "The shelf could not be stored, because it has no id."
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY) next to @Id"
                            + " lets the database generate one.",
                    IDS);
            throw refused;
        }
    }
}
