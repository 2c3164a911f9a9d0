package ch05_relationships;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("A profile page")
class ProfileTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String VALUE = "05e_values, \"A value in the same table\"";
    private static final String TWICE = "05e_values, \"The same value twice\"";
    private static final String COLLECTION = "05e_values, \"A collection of values\"";
    private static final String ENUMS = "05e_values, \"Enums\"";
    private static final Place KIEL = new Place("Kiel", "DE");
    private static final Place OSLO = new Place("Oslo", "NO");

    private final Database db = Database.open(FreshDatabase.url());
    private Profile fred;

    @BeforeEach
    void store() {
        fred = new Profile(KIEL, OSLO, Visibility.FOLLOWERS); // an untouched stub ends here
        fred.getVisibility();
        Mistake.when(
                !Profile.class.isAnnotationPresent(Entity.class),
                "Profile is an ordinary class so far, because it has no @Entity.",
                ENTITY);
        try {
            db.models(Profile.class);
        } catch (OrmlabException refused) {
            Mistake.when(
                    refused.getMessage().contains("column"),
                    "Home and birthplace want the same columns. Give those of the birthplace other names"
                            + " with @AttributeOverride.",
                    TWICE);
            throw refused;
        }
        db.createAll();
        fred.getInterests().addAll(Set.of("birds", "boats", "bread"));
        db.session().add(fred);
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private List<Object> firstRow(String columns) {
        try {
            return db.rows("select " + columns + " from profile").values().get(0);
        } catch (OrmlabException missing) {
            db.session().rollback();
            return List.of();
        }
    }

    @Test
    @Order(1)
    @DisplayName("Both places are columns of the profile, with the same lengths.")
    void places() {
        Mistake.when(
                firstRow("city, country").isEmpty(),
                "The table of the profile has no columns city and country for the home. A field of the"
                        + " type Place is enough, because Place is an @Embeddable.",
                VALUE);
        List<Object> born = firstRow("birth_city, birth_country");
        Mistake.when(
                born.isEmpty(),
                "The table of the profile has no columns birth_city and birth_country.",
                TWICE);
        Mistake.when(
                !born.equals(List.of("Oslo", "NO")),
                "The birthplace is Oslo, NO, but birth_city and birth_country contain "
                        + born
                        + ".",
                TWICE);
        Mistake.when(
                isStored(new Profile(null, new Place("Oslo", "NOR"), Visibility.NOBODY)),
                "A birthplace with the country 'NOR' was stored, and two characters are allowed. An"
                        + " override replaces the whole column, so repeat the length.",
                TWICE);
        Mistake.when(
                isStored(new Profile(null, new Place("x".repeat(41), "NO"), Visibility.NOBODY)),
                "A birthplace with 41 characters was stored, and 40 are allowed. An override replaces"
                        + " the whole column, so repeat the length.",
                TWICE);
        Mistake.when(
                !isStored(new Profile(KIEL, null, Visibility.NOBODY)),
                "A profile without a birthplace was rejected, and a birthplace may be null.",
                TWICE);
    }

    private boolean isStored(Profile profile) {
        try {
            db.session().add(profile);
            db.session().commit();
            return true;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            return false;
        }
    }

    @Test
    @Order(2)
    @DisplayName("A loaded profile has the values that were stored.")
    void loaded() {
        boolean homeHasColumns = !firstRow("city, country").isEmpty();
        db.closeSession();
        Profile profile = db.query(Profile.class).one();
        Mistake.when(
                homeHasColumns && !KIEL.equals(profile.getHome()),
                "The home was Kiel, DE, and after loading it is " + profile.getHome() + ".",
                VALUE);
        Mistake.when(
                profile.getVisibility() != Visibility.FOLLOWERS,
                "The visibility was FOLLOWERS, and after loading it is "
                        + profile.getVisibility()
                        + ".",
                ENUMS);
        Mistake.when(
                !profile.getInterests().equals(Set.of("birds", "boats", "bread")),
                "Three interests were stored, and after loading there are "
                        + profile.getInterests().size()
                        + (isElementCollection()
                                ? ". They were added to the set that getInterests returned, so return"
                                        + " the profile's own set and not a copy."
                                : ". A collection of values needs @ElementCollection."),
                COLLECTION);
    }

    private static boolean isElementCollection() {
        return Stream.of(Profile.class.getDeclaredFields(), Profile.class.getDeclaredMethods())
                .flatMap(Stream::of)
                .anyMatch(member -> member.isAnnotationPresent(ElementCollection.class));
    }

    @Test
    @Order(3)
    @DisplayName("Adding or removing one interest costs one statement.")
    void interests() {
        db.closeSession();
        fred = db.query(Profile.class).one();
        if (fred.getInterests().size() < 3) {
            return; // the task before reports it
        }
        fred.getInterests().remove("boats");
        Trace removal = db.trace(() -> db.session().commit());
        Mistake.when(
                removal.count() != 1,
                "Removing one of three interests sent "
                        + removal.count()
                        + " statements. If they're in a set, Hibernate deletes a single row.",
                COLLECTION);
        fred.getInterests().add("books");
        Trace addition = db.trace(() -> db.session().commit());
        Mistake.when(
                addition.count() != 1,
                "Adding an interest sent " + addition.count() + " statements.",
                COLLECTION);
    }

    @Test
    @Order(4)
    @DisplayName("The visibility is stored by name.")
    void visibility() {
        List<Object> stored = firstRow("visibility");
        Mistake.when(stored.isEmpty(), "The table of the profile has no column visibility.", ENUMS);
        Mistake.when(
                !stored.equals(List.of("FOLLOWERS")),
                "The column visibility contains "
                        + stored.get(0)
                        + ", the position of the constant. A constant that is added before it would"
                        + " change what the row means: use EnumType.STRING.",
                ENUMS);
    }
}
