package ch02_models;

import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Ships and harbours")
class ShipTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String TWO = "02c_two_models, \"Two models\"";

    private final Database db = Database.open("sqlite://");
    private final Harbour oslo = new Harbour("Oslo");
    private final Harbour kiel = new Harbour("Kiel");

    @BeforeEach
    void create() {
        new Ship("none", oslo, kiel); // An untouched stub ends here.
        Mistake.when(
                !Ship.class.isAnnotationPresent(Entity.class),
                "Ship has no @Entity yet, so Hibernate does not store it.",
                ENTITY);
        try {
            db.models(Harbour.class, Ship.class);
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("does not say how they relate"),
                    "A field whose type is a model needs an annotation for how many ships"
                            + " may share one harbour: @ManyToOne.",
                    TWO);
            throw refused;
        }
        db.createAll();
        db.session().addAll(oslo, kiel);
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private String shipTable() {
        return db.rows(
                        "select name from sqlite_master where type = 'table' and name not like"
                                + " 'sqlite_%' and name <> 'harbour' order by length(name)")
                .values()
                .get(0)
                .get(0)
                .toString();
    }

    private List<Object> foreignKeys() {
        return db
                .rows("select \"from\" from pragma_foreign_key_list(?) order by 1", shipTable())
                .values()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private boolean isStored(Ship ship) {
        try {
            db.session().add(ship);
            db.session().commit();
            return true;
        } catch (ConstraintViolationException refused) {
            db.session().rollback();
            return false;
        }
    }

    @Test
    @Order(1)
    @DisplayName("The columns home_id and bound_for_id are foreign keys to the harbours.")
    void keys() {
        List<Object> keys = foreignKeys();
        Mistake.when(
                !keys.contains("home_id"),
                "The foreign keys of the table are "
                        + keys
                        + ". A plain number can refer to a harbour that does not exist. A field of"
                        + " type Harbour with @ManyToOne creates the column home_id with a foreign"
                        + " key, which prevents that.",
                TWO);
        Mistake.when(
                keys.contains("destination_id"),
                "The destination's column is called destination_id, after its field, instead"
                        + " of bound_for_id. Name it with @JoinColumn(name = …).",
                TWO);
        Mistake.when(
                !keys.contains("bound_for_id"),
                "The foreign keys of the table are "
                        + keys
                        + ", and bound_for_id is not one of them.",
                TWO);
    }

    @Test
    @Order(2)
    @DisplayName("Two ships can share a home, and a ship may have no destination.")
    void share() {
        if (!foreignKeys().contains("home_id")) {
            return; // The previous task reports this.
        }
        Mistake.when(
                !isStored(new Ship("Fram", oslo, kiel)),
                "A ship with both harbours is rejected.",
                TWO);
        Mistake.when(
                !isStored(new Ship("Gjoa", oslo, kiel)),
                "A second ship with the home Oslo is rejected, because @OneToOne makes"
                        + " the column unique. Many ships can have one home: use @ManyToOne.",
                TWO);
        Mistake.when(
                !isStored(new Ship("Maud", kiel, null)),
                "A ship without a destination is rejected. Only the home is required.",
                TWO);
        keptAll();
    }

    private void keptAll() {
        List<List<Object>> ships = db.rows("select * from " + shipTable()).values();
        Mistake.when(
                ships.stream().noneMatch(ship -> ship.contains("Fram")),
                "The Fram was stored, but no row has that name. Assign the name in the"
                        + " constructor.",
                TWO);
        boolean destination = foreignKeys().contains("bound_for_id");
        Mistake.when(
                destination
                        && db.rows(
                                        "select 1 from "
                                                + shipTable()
                                                + " where bound_for_id = "
                                                + kiel.getId())
                                .values()
                                .isEmpty(),
                "The Fram is bound for Kiel, but its row has no destination. Assign the"
                        + " destination in the constructor.",
                TWO);
    }

    @Test
    @Order(3)
    @DisplayName("A ship without a home is rejected.")
    void homeless() {
        boolean hasKey = foreignKeys().contains("home_id");
        boolean stored;
        try {
            stored = isStored(new Ship("Dutchman", null, kiel));
        } catch (jakarta.persistence.PersistenceException no) {
            db.session().rollback();
            stored = false;
        }
        Mistake.when(
                hasKey && stored,
                "A ship without a home was stored. The column accepts null unless you"
                        + " write @ManyToOne(optional = false).",
                TWO);
    }

    @Test
    @Order(4)
    @DisplayName("Loading a ship reads no harbour; reading its home's name loads one.")
    void lazy() {
        if (!foreignKeys().contains("home_id") || !isStored(new Ship("Fram", oslo, kiel))) {
            return;
        }
        db.closeSession();
        Ship[] ship = new Ship[1];
        Trace trace = db.trace(() -> ship[0] = db.query(Ship.class).one());
        Mistake.when(
                trace.statements().stream().anyMatch(sent -> sent.sql().contains("harbour")),
                "Loading one ship also read harbours, with "
                        + trace.count()
                        + " statements in all. @ManyToOne is eager unless you write fetch ="
                        + " FetchType.LAZY.",
                TWO);
        Mistake.when(
                !"Oslo".equals(ship[0].getHome().getName()),
                "The ship's home is Oslo, but getHome() returns "
                        + ship[0].getHome().getName()
                        + ".",
                TWO);
    }
}
