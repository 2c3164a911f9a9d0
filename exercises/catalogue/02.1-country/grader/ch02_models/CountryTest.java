package ch02_models;

import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("A country and the rules of its table")
class CountryTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String IDS = "02_models, \"Ids\"";
    private static final String NAMES = "02_models, \"Names\"";
    private static final String COLUMNS = "02_models, \"Columns\"";

    private final Database db = Database.open("sqlite://");

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The table is called countries.")
    void table() {
        create();
        String name = tableName();
        Mistake.when(
                name.equalsIgnoreCase("country"),
                "The table has the name of the class, which is the default. Write"
                        + " @Table(name = \"countries\") above the class.",
                NAMES);
        Mistake.when(
                !name.equals("countries"),
                "The table is called '" + name + "' instead of 'countries'.",
                NAMES);
        String entity = db.sessionFactory().getMetamodel().entity(Country.class).getName();
        Mistake.when(
                entity.equals("countries"),
                "The table has the right name, but @Entity(name = \"countries\") also"
                        + " renames the class in every query (from countries). Use @Table(name ="
                        + " \"countries\") to name only the table.",
                NAMES);
    }

    @Test
    @Order(2)
    @DisplayName("A stored country has an id, and is loaded with its code and its name.")
    void roundTrip() {
        create();
        column("code");
        column("name");
        Country france = new Country("FR", "France");
        store(france);
        Mistake.when(france.getId() == null, "getId() of the stored country returns null.", ENTITY);
        Country ghana = new Country("GH", "Ghana");
        store(ghana);
        Mistake.when(
                france.getId().equals(ghana.getId()),
                "France and Ghana were stored, but getId() returns "
                        + france.getId()
                        + " for both. It should return the field with @Id.",
                ENTITY);
        db.closeSession();
        Country found = db.query(Country.class).get(france.getId()).orElseThrow();
        Mistake.when(
                !"FR".equals(found.getCode()) || !"France".equals(found.getName()),
                "FR, France was stored, but "
                        + found.getCode()
                        + ", "
                        + found.getName()
                        + " was loaded.",
                ENTITY);
    }

    @Test
    @Order(3)
    @DisplayName("A country without a code or without a name is rejected.")
    void notNull() {
        create();
        for (String name : List.of("code", "name")) {
            Mistake.when(
                    !column(name).required(),
                    "The column '"
                            + name
                            + "' may be null, so a country without a "
                            + name
                            + " can be stored. A column accepts null unless you write nullable ="
                            + " false.",
                    COLUMNS);
        }
    }

    @Test
    @Order(4)
    @DisplayName("Two countries cannot have the same code, but they can have the same name.")
    void unique() {
        create();
        column("code");
        store(new Country("CG", "Congo"));
        Mistake.when(
                isRefused(new Country("CD", "Congo")),
                "Two countries called Congo (CG and CD) were rejected, because the column"
                        + " 'name' is unique. Only the code must be unique.",
                COLUMNS);
        store(new Country("FR", "France"));
        boolean sameTwice = isRefused(new Country("FR", "France"));
        boolean sameCode = isRefused(new Country("FR", "Frankreich"));
        Mistake.when(
                sameTwice && !sameCode,
                "Two countries with the code FR were stored, because code and name are"
                        + " only unique together: FR with France and FR with Frankreich are two"
                        + " different pairs. The code alone must be unique.",
                COLUMNS);
        Mistake.when(
                !sameCode,
                "Two countries with the code FR were stored, France and Frankreich."
                        + " nullable = false only requires a code; unique = true requires that no"
                        + " other row has it.",
                COLUMNS);
    }

    @Test
    @Order(5)
    @DisplayName("The column code holds 2 characters, and the column name holds 80.")
    void length() {
        create();
        hasLength("code", 2);
        hasLength("name", 80);
    }

    @Test
    @Order(6)
    @DisplayName("The text of a country is <Country 'France'>.")
    void shown() {
        String shown = String.valueOf(new Country("FR", "France"));
        Mistake.when(
                shown.matches(".*Country@[0-9a-f]+"),
                "The text of a country is Country@ and a number, as in every class that"
                        + " has no toString. Write a toString that returns <Country 'France'>.",
                ENTITY);
        Mistake.when(
                !shown.equals("<Country 'France'>"),
                "The text of France is " + shown + " instead of <Country 'France'>.",
                ENTITY);
    }

    /** Creates the table. Every task reports what keeps the class from being an entity. */
    private void create() {
        new Country("XX", "Nowhere"); // An untouched stub ends here.
        Mistake.when(
                !Country.class.isAnnotationPresent(Entity.class),
                "Country has no @Entity yet, so Hibernate does not store it.",
                ENTITY);
        Mistake.when(
                Arrays.stream(Country.class.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0),
                "Country has no constructor without parameters. Hibernate needs one to"
                        + " create a country before it sets the fields; it may be protected.",
                ENTITY);
        db.models(Country.class).createAll();
    }

    private String tableName() {
        return db.rows(
                        "select name from sqlite_master where type = 'table'"
                                + " and name not like 'sqlite_%' and name not like '%_seq'")
                .values()
                .get(0)
                .get(0)
                .toString();
    }

    private record Column(String type, boolean required) {}

    private Column column(String name) {
        return db
                .rows("select name, type, \"notnull\" from pragma_table_info(?)", tableName())
                .values()
                .stream()
                .filter(row -> name.equals(row.get(0)))
                .map(row -> new Column(lower(row.get(1)), row.get(2).toString().equals("1")))
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    private static String lower(Object type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private static Mistake missing(String column) {
        return new Mistake(
                "The table has no column '"
                        + column
                        + "'. Each field of an entity becomes a column of the same name, unless it"
                        + " is static, transient or @Transient.",
                COLUMNS);
    }

    private void hasLength(String name, int length) {
        String type = column(name).type();
        String wanted = "varchar(" + length + ")";
        Mistake.when(
                type.equals("varchar(255)"),
                "The column '"
                        + name
                        + "' is a varchar(255), which is the default length, instead of a "
                        + wanted
                        + ". Write length = "
                        + length
                        + " on its @Column.",
                COLUMNS);
        Mistake.when(
                !type.contains("(" + length + ")"),
                "The column '" + name + "' is a " + type + " instead of a " + wanted + ".",
                COLUMNS);
    }

    private void store(Country country) {
        try {
            db.session().add(country);
            db.session().commit();
        } catch (RuntimeException refused) {
            db.session().rollback();
            Mistake.when(
                    String.valueOf(refused.getMessage()).contains("has no id"),
                    "The country could not be stored, because it has no id."
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY) next to @Id"
                            + " lets the database generate one.",
                    IDS);
            throw refused;
        }
    }

    private boolean isRefused(Country country) {
        try {
            db.session().add(country);
            db.session().commit();
            return false;
        } catch (RuntimeException refused) {
            db.session().rollback();
            return true;
        }
    }
}
