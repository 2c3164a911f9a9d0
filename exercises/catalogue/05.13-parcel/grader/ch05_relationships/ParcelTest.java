package ch05_relationships;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("Parcels that change on their way")
class ParcelTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String COLUMNS = "02_models, \"Columns\"";
    private static final String VALUE = "05e_values, \"A value in the same table\"";
    private static final String CHOOSE = "05f_inheritance, \"Which one, or none?\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void create() {
        new Parcel("nobody"); // an untouched stub ends here
        Mistake.when(
                !Parcel.class.isAnnotationPresent(Entity.class),
                "Parcel is an ordinary class so far, because it has no @Entity.",
                ENTITY);
        try {
            db.models(Parcel.class).createAll();
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("which is not registered"),
                    "Parcel refers to another entity, but it should be the only one. An insurance has"
                            + " no id of its own and belongs to one parcel, so make it a value.",
                    VALUE);
            throw new Mistake(
                    "Hibernate can't store a parcel: \"" + refused.getMessage() + "\"", VALUE);
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Parcel parcel(String recipient, String amount, Integer degrees) {
        Parcel parcel = new Parcel(recipient);
        if (amount != null) {
            parcel.insure(new BigDecimal(amount), "Acme");
        }
        if (degrees != null) {
            parcel.cool(degrees);
        }
        return parcel;
    }

    private Parcel reloaded() {
        db.session().commit();
        db.closeSession();
        return db.query(Parcel.class).one();
    }

    private static String labelOf(Parcel parcel) {
        try {
            return parcel.label();
        } catch (NullPointerException failed) {
            throw new Mistake(
                    "label() fails with a NullPointerException for a loaded parcel. An embedded"
                            + " value is null after loading if all its columns are null.",
                    VALUE);
        }
    }

    @Test
    @Order(1)
    @DisplayName("A loaded parcel has an insurance, a temperature, both or neither.")
    void loaded() {
        db.session()
                .addAll(
                        parcel("a fred", null, null),
                        parcel("b susan", "100", null),
                        parcel("c john", null, 4),
                        parcel("d mary", "25.5", 0));
        db.session().commit();
        db.closeSession();
        List<String> labels =
                db.query(Parcel.class).all().stream().map(ParcelTest::labelOf).sorted().toList();
        same(labels.get(0), "a fred", "has neither");
        same(labels.get(1), "b susan, 100.00 by Acme", "is insured");
        same(labels.get(2), "c john, 4 degrees", "is cooled");
        same(labels.get(3), "d mary, 25.50 by Acme, 0 degrees", "is insured and cooled");
    }

    private static void same(String label, String right, String what) {
        Mistake.when(
                !label.equals(right),
                "After loading, the label of a parcel that "
                        + what
                        + " is \""
                        + label
                        + "\" instead of \""
                        + right
                        + "\".",
                CHOOSE);
    }

    @Test
    @Order(2)
    @DisplayName("A stored parcel can be insured, cooled and changed back, and stays the same row.")
    void changes() {
        db.session().add(new Parcel("fred"));
        Parcel parcel = reloaded();
        parcel.insure(new BigDecimal("10"), "Acme");
        parcel.cool(-18);
        parcel = reloaded();
        changed(parcel, "fred, 10.00 by Acme, -18 degrees", "was insured and cooled");
        parcel.insure(new BigDecimal("20"), "Best");
        parcel.cool(null);
        parcel = reloaded();
        changed(parcel, "fred, 20.00 by Best", "got another insurance and no temperature");
        parcel.endInsurance();
        parcel = reloaded();
        changed(parcel, "fred", "lost its insurance");
    }

    private static void changed(Parcel parcel, String right, String what) {
        String label = labelOf(parcel);
        Mistake.when(
                !label.equals(right),
                "A stored parcel "
                        + what
                        + ", and after loading its label is \""
                        + label
                        + "\" instead of \""
                        + right
                        + "\".",
                CHOOSE);
    }

    @Test
    @Order(3)
    @DisplayName("One SELECT reads all parcels with everything about them.")
    void statements() {
        db.session()
                .addAll(
                        parcel("fred", "1", 1),
                        parcel("susan", "2", 2),
                        parcel("john", null, null));
        db.session().commit();
        db.closeSession();
        Trace trace = db.trace(() -> db.query(Parcel.class).all().forEach(ParcelTest::labelOf));
        Mistake.when(
                trace.count() != 1,
                "Reading three parcels sent "
                        + trace.count()
                        + " statements. A value in the same table doesn't need one of its own.",
                VALUE);
    }

    @Test
    @Order(4)
    @DisplayName("A parcel without a recipient is rejected.")
    void recipient() {
        boolean stored;
        try {
            db.session().add(new Parcel(null));
            db.session().commit();
            stored = true;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            stored = false;
        }
        Mistake.when(
                stored,
                "A parcel without a recipient was stored. @Column(nullable = false) prevents it.",
                COLUMNS);
    }
}
