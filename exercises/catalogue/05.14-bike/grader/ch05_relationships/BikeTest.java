package ch05_relationships;

import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Rental bikes and their equipment")
class BikeTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String VALUE = "05e_values, \"A value in the same table\"";
    private static final String JSON = "05e_values, \"JSON\"";

    private final Database db = Database.open(FreshDatabase.url());

    @BeforeEach
    void create() {
        Bike bike = bike("B0", "red"); // an untouched stub ends here
        Mistake.when(
                !Bike.class.isAnnotationPresent(Entity.class),
                "Bike is an ordinary class so far, because it has no @Entity.",
                ENTITY);
        try {
            db.models(Bike.class).createAll();
        } catch (OrmlabException refused) {
            throw new Mistake(
                    "Hibernate can't map a bike: \""
                            + refused.getMessage()
                            + "\". An annotation makes the equipment a JSON document.",
                    JSON);
        }
        Mistake.when(bike.getEquipment() == null, "A new bike has lost its equipment.", JSON);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Bike bike(String frame, String colour, String... extras) {
        return new Bike(frame, new Equipment(colour, 7, List.of(extras)));
    }

    private void store(Object... bikes) {
        db.session().addAll(bikes);
        try {
            db.session().commit();
        } catch (ConstraintViolation rejected) {
            throw new Mistake(
                    "The database rejected a bike: \""
                            + rejected.getMessage()
                            + "\" A bike may have no equipment.",
                    JSON);
        }
        db.closeSession();
    }

    private Bike load(String frame) {
        return db.session()
                .createNativeQuery("select * from bikes where frame = :frame", Bike.class)
                .setParameter("frame", frame)
                .getSingleResult();
    }

    private static void has(Bike bike, Equipment right) {
        Mistake.when(
                !right.equals(bike.getEquipment()),
                "A loaded bike should have " + right + ", and it has " + bike.getEquipment() + ".",
                JSON);
    }

    @Test
    @Order(1)
    @DisplayName("The equipment is one JSON document, comes back equal, and may be missing.")
    void document() {
        store(bike("B2", "red", "bell", "basket"), bike("B1", "green"));
        List<List<Object>> rows;
        try {
            rows =
                    db.rows(
                                    "select equipment ->> 'colour', equipment ->> 'gears' from bikes"
                                            + " order by equipment ->> 'colour'")
                            .values();
        } catch (OrmlabException notJson) {
            throw new Mistake(
                    "The column equipment of the table bikes doesn't contain a JSON document.",
                    JSON);
        }
        Mistake.when(
                !rows.toString().equals("[[green, 7], [red, 7]]"),
                "The colours and gears in the documents should be [[green, 7], [red, 7]], and"
                        + " they are "
                        + rows
                        + ".",
                JSON);
        has(load("B2"), new Equipment("red", 7, List.of("bell", "basket")));
        has(load("B1"), new Equipment("green", 7, List.of()));
        store(new Bike("B3", null));
        Mistake.when(
                load("B3").getEquipment() != null,
                "A bike was stored without equipment, and after loading it has some.",
                JSON);
    }

    @Test
    @Order(2)
    @DisplayName("An added extra is stored once, at the end, and changes no other bike.")
    void extra() {
        store(bike("B1", "red", "lock", "bell"));
        add(load("B1"), "basket");
        db.session().commit();
        db.closeSession();
        Equipment three = new Equipment("red", 7, List.of("lock", "bell", "basket"));
        Mistake.when(
                load("B1").getEquipment().extras().equals(List.of("basket")),
                "A bike with a lock and a bell got a basket, and now the basket is all that it has.",
                VALUE);
        has(load("B1"), three);
        db.closeSession();
        add(load("B1"), "bell");
        Mistake.when(
                load("B1").getEquipment().extras().size() == 4,
                "A bike with a bell got a bell, and now it has two: "
                        + load("B1").getEquipment().extras()
                        + ".",
                VALUE);
        Trace commit = db.trace(() -> db.session().commit());
        Mistake.when(
                commit.count() != 0,
                "A bell was added to a bike that has one, and the commit sent "
                        + commit.count()
                        + " statements.",
                VALUE);
        has(load("B1"), three);
        withoutEquipment();
    }

    private static void withoutEquipment() {
        Bike bike = new Bike("B9", null);
        String result;
        try {
            bike.addExtra("bell");
            result = "it returns, and the equipment is " + bike.getEquipment();
        } catch (IllegalStateException right) {
            return;
        } catch (RuntimeException other) {
            result = "it throws a " + other.getClass().getSimpleName();
        }
        throw new Mistake(
                "addExtra should throw an IllegalStateException for a bike without equipment, and "
                        + result
                        + ".",
                VALUE);
    }

    private static void add(Bike bike, String extra) {
        Equipment before = bike.getEquipment();
        String text = before.toString();
        try {
            bike.addExtra(extra);
        } catch (UnsupportedOperationException fixed) {
            throw new Mistake(
                    "addExtra adds to the list inside of the equipment, and that list can't be"
                            + " changed. Give the bike a new Equipment with a new list.",
                    VALUE);
        }
        Mistake.when(
                !before.toString().equals(text),
                "addExtra changed the list inside of the equipment, which other bikes may share."
                        + " Give the bike a new Equipment with a new list.",
                VALUE);
    }

    @Test
    @Order(3)
    @DisplayName("A document from the time before the extras can be read, and gets its first one.")
    void old() {
        store(bike("B1", "red"));
        db.session()
                .execute(
                        "update bikes set equipment = '{\"colour\":\"blue\",\"gears\":3}'"
                                + " where frame = 'B1'");
        db.session().commit();
        db.closeSession();
        has(load("B1"), new Equipment("blue", 3, null));
        try {
            load("B1").addExtra("bell");
        } catch (NullPointerException failed) {
            throw new Mistake(
                    "An old document has no extras, so the list is null, and addExtra fails with a"
                            + " NullPointerException.",
                    JSON);
        }
        db.session().commit();
        db.closeSession();
        has(load("B1"), new Equipment("blue", 3, List.of("bell")));
    }

    @Test
    @Order(4)
    @DisplayName("Frames are found by the colour in the document, sorted, with one SELECT.")
    void frames() {
        Mistake.when(
                !Bike.frames(db, "red").isEmpty(),
                "There are no bikes, and frames found " + Bike.frames(db, "red") + ".",
                JSON);
        store(
                bike("B4", "red", "bell"),
                bike("B7", "dark red"),
                bike("B2", "blue", "red", "colour"),
                bike("B1", "red"),
                new Bike("B5", null));
        List<String>[] found = new List[1];
        Trace trace = db.trace(() -> found[0] = Bike.frames(db, "red"));
        Mistake.when(
                found[0].contains("B7") || found[0].contains("B2"),
                "The bikes B1 and B4 are red, B7 is dark red, and the blue B2 has an extra called"
                        + " red. For red, frames found "
                        + found[0]
                        + ".",
                JSON);
        Mistake.when(
                found[0].equals(List.of("B4", "B1")),
                "The frames should be sorted, [B1, B4], and they are " + found[0] + ".",
                JSON);
        Mistake.when(
                !found[0].equals(List.of("B1", "B4")),
                "The bikes B1 and B4 are red, and frames found " + found[0] + ".",
                JSON);
        Mistake.when(
                trace.count() != 1 || trace.statements().get(0).rows() != 2,
                "Two bikes are red, and "
                        + trace.statements().get(0).rows()
                        + " rows were read. Let the database look into the documents.",
                JSON);
        Mistake.when(
                !Bike.frames(db, "dark red").equals(List.of("B7"))
                        || !Bike.frames(db, "yellow' or 'a' = 'a").isEmpty(),
                "One bike is dark red, and frames found "
                        + Bike.frames(db, "dark red")
                        + ". No bike has the colour \"yellow' or 'a' = 'a\", and frames found "
                        + Bike.frames(db, "yellow' or 'a' = 'a")
                        + ".",
                JSON);
    }
}
