package ch02_models;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("An invoice that is exact")
class InvoiceTest {
    private static final String COLUMNS = "02_models, \"Columns\"";

    /** The length after a type's name does not matter here. */
    private record Column(String type, boolean required) {}

    private final Database db = Database.open("sqlite://");
    private final Map<String, Column> columns = new TreeMap<>();

    @BeforeEach
    void create() {
        new Invoice("10.10", "2026-12-24"); // An untouched stub ends here.
        db.models(Invoice.class).createAll();
        for (List<Object> row :
                db.rows("select name, type, \"notnull\" from pragma_table_info('invoice')")
                        .values()) {
            String type = row.get(1).toString().toLowerCase(Locale.ROOT);
            columns.put(row.get(0).toString(), new Column(type, "1".equals(row.get(2).toString())));
        }
        for (String name : List.of("amount", "due", "state", "remark")) {
            Mistake.when(
                    !columns.containsKey(name),
                    "The table has no column '" + name + "'. Each field of an entity becomes one.",
                    COLUMNS);
        }
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The amount is exact to the cent, up to 99999999.99.")
    void amount() {
        String type = columns.get("amount").type();
        Mistake.when(
                type.contains("float") || type.contains("double") || type.contains("real"),
                "The amount is a "
                        + floatingPoint().orElse(type)
                        + ", which cannot hold 0.10 exactly, so sums are sometimes wrong by a cent."
                        + " Use a BigDecimal for money.",
                COLUMNS);
        for (String exact : List.of("10.10", "0.01", "99999999.99")) {
            Mistake.when(
                    !exact.equals(storedAmount(exact)),
                    "An invoice of "
                            + exact
                            + " is not stored exactly, because its column is a "
                            + type
                            + ". Use precision = 10 for the number of all digits, and scale = 2 for"
                            + " the digits after the point.",
                    COLUMNS);
        }
    }

    /** A double has a column of the type float, so the field says what the learner wrote. */
    private static Optional<String> floatingPoint() {
        return Stream.of(Invoice.class.getDeclaredFields())
                .map(field -> field.getType().getSimpleName())
                .filter(List.of("double", "Double", "float", "Float")::contains)
                .findFirst();
    }

    private String storedAmount(String amount) {
        try {
            db.session().add(new Invoice(amount, "2026-12-24"));
            db.session().commit();
            db.closeSession();
            return db.query(Invoice.class).orderBy("id desc").first().orElseThrow().getAmount();
        } catch (RuntimeException refused) {
            db.session().rollback();
            return "refused";
        }
    }

    @Test
    @Order(2)
    @DisplayName("The due date is a day without a time or a time zone.")
    void due() {
        String type = columns.get("due").type();
        Mistake.when(
                type.startsWith("timestamp"),
                "The due date is a "
                        + type
                        + ", which is a point in time: midnight in one country is still the day"
                        + " before in another. Use a LocalDate for a day in a calendar.",
                COLUMNS);
        Mistake.when(
                !type.startsWith("date"),
                "The due date is a "
                        + type
                        + ", which could also contain \"tomorrow\". Use a LocalDate for a day in a"
                        + " calendar.",
                COLUMNS);
    }

    @Test
    @Order(3)
    @DisplayName("The state is stored by its name, and is OPEN at first.")
    void state() {
        Mistake.when(
                columns.get("state").type().contains("int"),
                "The state is stored as a number, the position of the name in the enum."
                        + " If you insert a new state before the others, every old row means"
                        + " something else. @Enumerated(EnumType.STRING) stores the name.",
                COLUMNS);
        Invoice invoice = new Invoice("1.00", "2026-12-24");
        db.session().add(invoice);
        db.session().flush();
        Object first = stateInTheTable();
        Mistake.when(
                !"OPEN".equals(first),
                "A new invoice has the state "
                        + first
                        + " instead of OPEN. Give the field an initial value.",
                COLUMNS);
        invoice.setState(Invoice.State.PAID);
        db.session().flush();
        Object second = stateInTheTable();
        Mistake.when(
                !"PAID".equals(second),
                "The state was set to PAID, but the table contains " + second + ".",
                COLUMNS);
    }

    private Object stateOfNew() {
        db.session().add(new Invoice("1.00", "2026-12-24"));
        db.session().flush();
        return stateInTheTable();
    }

    /** Reads through the session, because its rows are not committed. */
    private Object stateInTheTable() {
        return db.session()
                .createNativeQuery("select state from invoice", Object.class)
                .getSingleResult();
    }

    @Test
    @Order(4)
    @DisplayName("Only the remark may be missing.")
    void required() {
        boolean open = "OPEN".equals(stateOfNew()); // If not, the previous task reports it.
        for (String name : open ? List.of("amount", "due", "state") : List.of("amount", "due")) {
            Mistake.when(
                    !columns.get(name).required(),
                    "The column '"
                            + name
                            + "' may be null, so an invoice without it can be stored. Write"
                            + " nullable = false.",
                    COLUMNS);
        }
        Mistake.when(
                columns.get("remark").required(),
                "The column 'remark' does not accept null, but a remark may be missing."
                        + " An empty text is not the same as no remark.",
                COLUMNS);
    }
}
