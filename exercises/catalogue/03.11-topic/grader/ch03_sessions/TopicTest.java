package ch03_sessions;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("Topics in a set")
class TopicTest {
    private static final String SESSIONS = "03e_equality, \"Two sessions have two objects\"";
    private static final String FLUSH = "03e_equality, \"An id that arrives at the flush\"";
    private static final String PROXY = "03e_equality, \"A proxy has another class\"";
    private static final String NATURAL = "03e_equality, \"Compare a natural key\"";
    private static final String CONSTANT =
            "03e_equality, \"Compare the id, with a constant hash code\"";

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void store() {
        new Topic("kitchen", "coffee").equals(null); // an untouched stub ends here
        db.models(Topic.class).createAll();
        db.session().addAll(new Topic("kitchen", "coffee"), new Topic("kitchen", "tea"));
        db.session().add(new Topic("office", "coffee"));
        try {
            db.session().commit();
        } catch (ConstraintViolation rejected) {
            throw new Mistake(
                    "The topics coffee and tea in the kitchen, and coffee in the office, are three"
                            + " different topics, and the database rejects one. Only the pair is unique.",
                    NATURAL);
        }
        String rows;
        try {
            rows = "" + db.rows("select community, name from topics order by id").values();
        } catch (OrmlabException missing) {
            throw new Mistake("There is no table topics.", NATURAL);
        }
        Mistake.when(
                !rows.equals("[[kitchen, coffee], [kitchen, tea], [office, coffee]]"),
                "Three topics were stored, and the table topics has the rows " + rows + ".",
                NATURAL);
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Topic load(int id) {
        return db.inTransaction(session -> session.find(Topic.class, id));
    }

    @Test
    @Order(1)
    @DisplayName("Two topics are equal if they have the same community and name, and only then.")
    void sameKey() {
        Topic coffee = load(1);
        Mistake.when(
                !coffee.equals(load(1)),
                "Two sessions loaded coffee in the kitchen, and equals says that the two objects"
                        + " differ.",
                SESSIONS);
        Topic fresh = new Topic("kitchen", "coffee");
        Mistake.when(
                !fresh.equals(coffee) || !coffee.equals(fresh),
                "A new topic has the same community and name as a stored one, and equals says that"
                        + " they differ. The id isn't part of a natural key.",
                NATURAL);
        fresh.setDescription("before noon");
        Mistake.when(
                !fresh.equals(coffee),
                "Two topics only differ in their descriptions, and equals says that they aren't"
                        + " the same topic.",
                NATURAL);
        Mistake.when(
                fresh.hashCode() != coffee.hashCode(),
                "Two equal topics, one new and one stored, have different hash codes, so a HashSet"
                        + " keeps both.",
                FLUSH);
        differ(coffee, load(3), "coffee in the kitchen equals coffee in the office");
        differ(coffee, load(2), "coffee in the kitchen equals tea in the kitchen");
        Topic other = new Topic("coffee", "kitchen");
        differ(coffee, other, "coffee in the kitchen equals the topic kitchen in coffee");
        differ(
                new Topic("tea", "mint"),
                new Topic("team", "int"),
                "the topic mint in tea equals the topic int in team");
        Mistake.when(
                equalsOrFails(coffee),
                "A topic is compared with a String and with null, and equals doesn't return false."
                        + " Check with instanceof.",
                PROXY);
    }

    private static void differ(Topic one, Topic other, String what) {
        Mistake.when(
                one.equals(other),
                "According to equals, "
                        + what
                        + ". Compare the communities and the names separately.",
                NATURAL);
    }

    private static boolean equalsOrFails(Topic topic) {
        try {
            return topic.equals("coffee") || topic.equals(null);
        } catch (ClassCastException | NullPointerException failed) {
            return true;
        }
    }

    @Test
    @Order(2)
    @DisplayName(
            "A set finds a topic after it was stored or described, and after its session ended.")
    void staysInTheSet() {
        Set<Topic> followed = new HashSet<>();
        Topic roses = new Topic("garden", "roses");
        followed.add(roses);
        db.session().add(roses);
        db.session().commit();
        Mistake.when(
                !followed.contains(roses),
                "A topic was added to a HashSet and stored, and now the set doesn't find it: its"
                        + " hash code changed at the flush.",
                FLUSH);
        db.closeSession();
        roses.setDescription("red and white");
        Mistake.when(
                !followed.contains(roses),
                "A topic in a HashSet got a description, and now the set doesn't find it.",
                NATURAL);
        Topic again = load(roses.getId());
        boolean equal = roses.equals(again); // the first task reports it otherwise
        Mistake.when(
                equal && (!followed.contains(again) || followed.add(again)),
                "The session of a topic in a set has ended, and another session loaded it again."
                        + " The set doesn't notice that it already holds this topic.",
                SESSIONS);
        Mistake.when(
                equal && (!followed.remove(again) || !followed.isEmpty()),
                "A topic was removed from a set, represented by another object for its row, and the"
                        + " set still holds it.",
                SESSIONS);
    }

    @Test
    @Order(3)
    @DisplayName("Different topics have different hash codes, nearly always.")
    void spread() {
        Set<Integer> codes = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            codes.add(new Topic("community" + number % 20, "topic" + number / 20).hashCode());
        }
        Mistake.when(
                codes.size() == 1,
                "200 topics have the same hash code, so a large set compares each with all others."
                        + " A natural key doesn't need a constant.",
                CONSTANT);
        Mistake.when(
                codes.size() < 150,
                "200 topics have only "
                        + codes.size()
                        + " hash codes. Call Objects.hash with both attributes.",
                CONSTANT);
    }

    @Test
    @Order(4)
    @DisplayName("A topic and a proxy for its row are equal, whichever you ask.")
    void proxies() {
        Topic tea = load(2);
        if (!tea.equals(load(2))) {
            return; // the first task reports it
        }
        Topic proxy = db.session().getReference(Topic.class, 2);
        Mistake.when(
                !tea.equals(proxy),
                "topic.equals(proxy) is false, although both represent tea in the kitchen. A proxy"
                        + " has another class and empty fields: use instanceof, and its getters.",
                PROXY);
        Mistake.when(
                !proxy.equals(tea) || proxy.equals(load(3)),
                "proxy.equals(topic) returns the wrong answer for the same row or for another.",
                PROXY);
        Set<Topic> followed = new HashSet<>(Set.of(proxy));
        db.closeSession();
        Mistake.when(
                tea.hashCode() == load(2).hashCode() && !followed.contains(tea),
                "A set holds a proxy, and doesn't find the topic that it represents.",
                PROXY);
    }

    @Test
    @Order(5)
    @DisplayName("The database rejects a second row with the same key, and nothing else.")
    void unique() {
        db.session().add(new Topic("office", "coffee"));
        boolean rejected = false;
        try {
            db.session().commit();
        } catch (ConstraintViolation expected) {
            rejected = true;
        }
        Mistake.when(
                !rejected,
                "A second topic coffee was stored in the office. Two rows would be equal objects,"
                        + " so declare the pair of columns unique.",
                NATURAL);
        db.session().rollback();
        db.session().add(new Topic("office", "tea"));
        db.session().commit();
        long stored = db.query(Topic.class).count();
        Mistake.when(
                stored != 4,
                "Three topics were stored, one was rejected, and tea in the office was added. The"
                        + " table has "
                        + stored
                        + " rows.",
                NATURAL);
    }
}
