package ch02_models;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("A card that cannot be stored")
class LibraryCardTest {
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
    @DisplayName("The library accepts the class as a model.")
    void model() {
        new LibraryCard("Ada"); // an untouched stub ends here
        Mistake.when(
                Arrays.stream(LibraryCard.class.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0),
                "LibraryCard has no constructor without arguments: Java only adds one to"
                        + " a class that has no other constructor. Hibernate needs it to create the"
                        + " objects that it loads.",
                ENTITY);
        Mistake.when(
                Modifier.isFinal(LibraryCard.class.getModifiers()),
                "LibraryCard is final, so Hibernate cannot make the subclass that it uses"
                        + " for cards that are not loaded yet.",
                ENTITY);
    }

    @Test
    @Order(2)
    @DisplayName("A new card has no id; a stored card has the next one.")
    void ids() {
        if (!isModel()) {
            return; // The previous task reports this.
        }
        LibraryCard ada = new LibraryCard("Ada");
        LibraryCard bob = new LibraryCard("Bob");
        Mistake.when(
                Integer.valueOf(0).equals(ada.getId()),
                "The id of a new card is 0, because an int cannot be null. Make the field"
                        + " an Integer, which is null until the database generates the id.",
                IDS);
        Mistake.when(
                ada.getId() != null,
                "A new card has an id before it is stored, because Java counts the ids."
                        + " When the program starts again, Java begins with the same numbers, which"
                        + " the table already has.",
                IDS);
        store(ada, bob);
        Mistake.when(
                !List.of(1, 2).equals(Arrays.asList(ada.getId(), bob.getId())),
                "Two cards were stored, and their ids are "
                        + ada.getId()
                        + " and "
                        + bob.getId()
                        + ".",
                IDS);
    }

    @Test
    @Order(3)
    @DisplayName("A stored card is loaded with its reader.")
    void roundTrip() {
        LibraryCard first = new LibraryCard("Ada");
        if (!isModel() || first.getId() != null) {
            return;
        }
        store(first);
        db.closeSession();
        String reader = db.query(LibraryCard.class).one().getReader();
        Mistake.when(
                !"Ada".equals(reader),
                "Ada's card was stored, but the loaded card belongs to "
                        + reader
                        + ". A field that is static, transient or @Transient has no column.",
                COLUMNS);
    }

    private static boolean isModel() {
        return !Modifier.isFinal(LibraryCard.class.getModifiers())
                && Arrays.stream(LibraryCard.class.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    private void store(LibraryCard... cards) {
        db.models(LibraryCard.class).createAll();
        try {
            db.session().addAll((Object[]) cards);
            db.session().commit();
        } catch (RuntimeException refused) {
            Mistake.when(
                    String.valueOf(refused.getMessage()).contains("has no id"),
                    "The card could not be stored, because it has no id."
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY) next to @Id"
                            + " lets the database generate one.",
                    IDS);
            throw refused;
        }
    }
}
