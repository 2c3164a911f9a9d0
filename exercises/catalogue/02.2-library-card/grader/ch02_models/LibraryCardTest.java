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
    @DisplayName("The class is a model: the library takes it as it is.")
    void model() {
        new LibraryCard("Ada"); // an untouched stub ends here
        Mistake.when(
                Arrays.stream(LibraryCard.class.getDeclaredConstructors())
                        .noneMatch(constructor -> constructor.getParameterCount() == 0),
                "LibraryCard has no constructor without arguments: your own one has taken away the"
                        + " empty one that Java gives. Hibernate needs it to make what it loads.",
                ENTITY);
        Mistake.when(
                Modifier.isFinal(LibraryCard.class.getModifiers()),
                "LibraryCard is final, so Hibernate cannot derive the stand-ins from it that it puts"
                        + " where a card is not loaded yet.",
                ENTITY);
    }

    @Test
    @Order(2)
    @DisplayName("A new card has no id, a stored one has the next.")
    void ids() {
        if (!isModel()) {
            return; // told by the task before
        }
        LibraryCard ada = new LibraryCard("Ada");
        LibraryCard bob = new LibraryCard("Bob");
        Mistake.when(
                Integer.valueOf(0).equals(ada.getId()),
                "A new card says that its id is 0: an int cannot say \"not yet\". Make the field an"
                        + " Integer, which is null until the database gives a number.",
                IDS);
        Mistake.when(
                ada.getId() != null,
                "A new card has an id before it is stored: it was counted in Java. When the program"
                        + " starts again, Java begins to count anew, and the table has these numbers already.",
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
    @DisplayName("A stored card comes back with its reader.")
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
                "Ada's card was stored, and what comes back is the card of "
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
                    "The card could not be stored, because it has no id and nobody makes one."
                            + " @GeneratedValue(strategy = GenerationType.IDENTITY) beside @Id lets the"
                            + " database count.",
                    IDS);
            throw refused;
        }
    }
}
