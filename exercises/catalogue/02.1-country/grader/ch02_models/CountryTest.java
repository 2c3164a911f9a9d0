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
                "The table is called after the class, because nothing else is said. Say @Table(name ="
                        + " \"countries\") above the class.",
                NAMES);
        Mistake.when(
                !name.equals("countries"),
                "The table is called '" + name + "', and not 'countries'.",
                NAMES);
        String entity = db.sessionFactory().getMetamodel().entity(Country.class).getName();
        Mistake.when(
                entity.equals("countries"),
                "The table has the right name by way of the entity's name: @Entity(name ="
                        + " \"countries\") renames the class in every query, too (from countries). The"
                        + " table's name alone is @Table(name = \"countries\").",
                NAMES);
    }

    @Test
    @Order(2)
    @DisplayName("A stored country has an id, and comes back with its code and its name.")
    void roundTrip() {
        create();
        column("code");
        column("name");
        Country france = new Country("FR", "France");
        store(france);
        Mistake.when(france.getId() == null, "The stored country's getId() gives null.", ENTITY);
        Country ghana = new Country("GH", "Ghana");
        store(ghana);
        Mistake.when(
                france.getId().equals(ghana.getId()),
                "France and Ghana were stored, and getId() gives "
                        + france.getId()
                        + " for both. It should give the field that @Id stands on.",
                ENTITY);
        db.closeSession();
        Country found = db.query(Country.class).get(france.getId()).orElseThrow();
        Mistake.when(
                !"FR".equals(found.getCode()) || !"France".equals(found.getName()),
                "FR, France was stored, and what comes back is "
                        + found.getCode()
                        + ", "
                        + found.getName()
                        + ".",
                ENTITY);
    }

    @Test
    @Order(3)
    @DisplayName("No country is stored without a code or without a name.")
    void notNull() {
        create();
        for (String name : List.of("code", "name")) {
            Mistake.when(
                    !column(name).required(),
                    "The column '"
                            + name
                            + "' may be null: a country without a "
                            + name
                            + " can be stored. A column takes null unless it says nullable = false.",
                    COLUMNS);
        }
    }

    @Test
    @Order(4)
    @DisplayName("No two countries have the same code; two may have the same name.")
    void unique() {
        create();
        column("code");
        store(new Country("CG", "Congo"));
        Mistake.when(
                isRefused(new Country("CD", "Congo")),
                "Two countries called Congo (CG and CD) were refused, because the column 'name' is"
                        + " unique. Only the code is to be unique.",
                COLUMNS);
        store(new Country("FR", "France"));
        boolean sameTwice = isRefused(new Country("FR", "France"));
        boolean sameCode = isRefused(new Country("FR", "Frankreich"));
        Mistake.when(
                sameTwice && !sameCode,
                "Two countries with the code FR were stored, because code and name are unique only"
                        + " together: FR with France and FR with Frankreich are two different pairs."
                        + " The code by itself must be unique.",
                COLUMNS);
        Mistake.when(
                !sameCode,
                "Two countries with the code FR were stored, France and Frankreich. nullable = false"
                        + " only says that a code must be there; that no other row has it is said by"
                        + " unique = true.",
                COLUMNS);
    }

    @Test
    @Order(5)
    @DisplayName("The column code takes 2 letters, and the column name takes 80.")
    void length() {
        create();
        hasLength("code", 2);
        hasLength("name", 80);
    }

    @Test
    @Order(6)
    @DisplayName("A country shows itself as <Country 'France'>.")
    void shown() {
        String shown = String.valueOf(new Country("FR", "France"));
        Mistake.when(
                shown.matches(".*Country@[0-9a-f]+"),
                "A country shows itself as Country@ and a number, which is what every class without a"
                        + " toString of its own does. Write toString so that it gives <Country"
                        + " 'France'>.",
                ENTITY);
        Mistake.when(
                !shown.equals("<Country 'France'>"),
                "France shows itself as " + shown + ", and not as <Country 'France'>.",
                ENTITY);
    }

    /** Creates the table; what keeps a class from being an entity at all is told by each task. */
    private void create() {
        new Country("XX", "Nowhere"); // an untouched stub ends here
        Mistake.when(
                !Country.class.isAnnotationPresent(Entity.class),
                "Country is a class like any other so far: it lacks @Entity, so nothing stores it.",
                ENTITY);
        Mistake.when(
                Arrays.stream(Country.class.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0),
                "Country has no constructor without parameters. Hibernate needs one to make a country"
                        + " before it fills in what it read; it may be protected.",
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
                        + "'. Each field of an entity becomes a column by itself, unless it is static,"
                        + " transient or @Transient; its name is that of the field.",
                COLUMNS);
    }

    private void hasLength(String name, int length) {
        String type = column(name).type();
        String wanted = "varchar(" + length + ")";
        Mistake.when(
                type.equals("varchar(255)"),
                "The column '"
                        + name
                        + "' is a varchar(255), which is the length when nothing else is said, and not"
                        + " a "
                        + wanted
                        + ". Say length = "
                        + length
                        + " on its @Column.",
                COLUMNS);
        Mistake.when(
                !type.contains("(" + length + ")"),
                "The column '" + name + "' is a " + type + ", and not a " + wanted + ".",
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
                    "The country could not be stored, because it has no id and nobody makes one."
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY) beside @Id lets"
                            + " the database make it.",
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
