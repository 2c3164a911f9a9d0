package ch03_sessions;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("Readers of the microblog")
class ReaderTest {
    private static final String SESSIONS = "03e_equality, \"Two sessions have two objects\"";
    private static final String FLUSH = "03e_equality, \"An id that arrives at the flush\"";
    private static final String PROXY = "03e_equality, \"A proxy has another class\"";
    private static final String WAYS = "03e_equality, \"Three ways that work\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void store() {
        new Reader("nobody").equals(null); // an untouched stub ends here
        db.models(Reader.class);
        db.createAll();
        db.session().addAll(new Reader("fred"), new Reader("steve"));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Reader load(int id) {
        return db.inTransaction(session -> session.find(Reader.class, id));
    }

    @Test
    @Order(1)
    @DisplayName("Two objects are equal if they represent the same row, and only then.")
    void sameRow() {
        Reader fred = load(1);
        Mistake.when(
                !fred.equals(load(1)),
                "Two sessions loaded the row with id 1, and equals says that the two objects differ."
                        + " Compare their ids.",
                SESSIONS);
        Mistake.when(
                fred.hashCode() != load(1).hashCode(),
                "Two objects with id 1 are equal, but their hash codes differ, so a HashSet keeps both.",
                WAYS);
        Mistake.when(
                fred.equals(load(2)),
                "The readers with the ids 1 and 2 are two rows, and equals says that they're equal.",
                WAYS);
        Mistake.when(
                equalsOrFails(fred, "fred"),
                "A reader is compared with a String, and equals doesn't return false. Check with"
                        + " instanceof before you cast.",
                PROXY);
    }

    private static boolean equalsOrFails(Reader reader, Object other) {
        try {
            return reader.equals(other) || reader.equals(null);
        } catch (ClassCastException | NullPointerException failed) {
            return true;
        }
    }

    @Test
    @Order(2)
    @DisplayName("New readers are all different, even with the same name.")
    void newReaders() {
        Reader susan = new Reader("susan");
        Mistake.when(
                equalsOfNew(susan, new Reader("susan")),
                "Two new readers are equal, so a set would keep only one of them. Without an id, a"
                        + " reader only equals itself.",
                FLUSH);
        Mistake.when(
                !equalsOfNew(susan, susan),
                "A new reader doesn't equal itself. Begin equals with this == other.",
                WAYS);
    }

    private static boolean equalsOfNew(Reader one, Reader other) {
        try {
            return one.equals(other);
        } catch (NullPointerException failed) {
            Mistake.when(
                    true,
                    "equals fails for a new reader, because its id is null. Check that first.",
                    FLUSH);
            return false;
        }
    }

    @Test
    @Order(3)
    @DisplayName("A set still contains a reader who was stored or renamed in the meantime.")
    void staysInTheSet() {
        Set<Reader> online = new HashSet<>();
        Reader mary = new Reader("mary");
        online.add(mary);
        db.session().add(mary);
        db.session().commit();
        Mistake.when(
                !online.contains(mary),
                "Mary was added to a HashSet and stored, and now the set doesn't find her: her hash code"
                        + " changed when she got her id.",
                FLUSH);
        mary.setName("marianne");
        Mistake.when(
                !online.contains(mary),
                "Mary was renamed, and now the set doesn't find her: her hash code changed with her"
                        + " name.",
                WAYS);
        db.session().commit();
        Reader renamed = load(mary.getId());
        renamed.setName("mary-ann");
        Mistake.when(
                load(1).equals(load(1)) && !renamed.equals(mary),
                "Two objects represent one row, and one of them was renamed. They still represent the"
                        + " same row, so they should be equal.",
                WAYS);
    }

    @Test
    @Order(4)
    @DisplayName("A reader and a proxy for the same row are equal, whichever you ask.")
    void proxies() {
        Reader fred = load(1);
        if (!fred.equals(load(1))) {
            return; // the first task reports it
        }
        Reader proxy = db.session().getReference(Reader.class, 1);
        Mistake.when(
                !proxy.equals(fred),
                "proxy.equals(reader) is false, although both represent the row with id 1.",
                PROXY);
        Mistake.when(
                !fred.equals(proxy),
                "reader.equals(proxy) is false, and proxy.equals(reader) is true. A proxy has another"
                        + " class, and its fields are empty: use instanceof, and the other object's getter.",
                PROXY);
    }
}
