package ch05_relationships;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("Friends of a photo page")
class PhotographerTest {
    private static final String FOLLOW = "05d_many_to_many, \"Followers\"";
    private static final String SET = "05d_many_to_many, \"Each pair once\"";
    private static final String QUERY = "05_relationships, \"A query\"";

    private final Database db = Database.open("sqlite://");
    private final Photographer john = new Photographer();
    private final Photographer susan = new Photographer();
    private final Photographer mary = new Photographer();
    private final Photographer fred = new Photographer();

    /** John follows susan and mary; fred follows john. */
    @BeforeEach
    void pairs() {
        db.models(Photographer.class, Photo.class).createAll();
        db.session().addAll(john, susan, mary, fred);
        john.follow(susan);
        john.follow(mary);
        fred.follow(john);
        db.session().commit();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("Who is followed has one follower more; following back is another thing.")
    void follow() {
        long ofSusan = susan.numberOfFollowers();
        long ofFred = fred.numberOfFollowers();
        Mistake.when(
                ofSusan == 1 && ofFred == 1,
                "John follows susan and mary, fred follows john, and now fred has a follower, too:"
                        + " following does not make the other one follow back.",
                FOLLOW);
        Mistake.when(
                ofSusan == 0 && ofFred == 1,
                "It is the wrong way round: fred follows john, and fred is the one with a follower. Whose"
                        + " set gets the other one?",
                FOLLOW);
        Mistake.when(
                ofSusan == 0 && ofFred == 0,
                "John follows susan, and susan has no follower. The list of followers must be the other"
                        + " side of the same pairs: mappedBy.",
                FOLLOW);
        Mistake.when(
                ofSusan != 1 || ofFred != 0,
                "Susan has " + ofSusan + " followers, fred " + ofFred + ".",
                FOLLOW);
    }

    @Test
    @Order(2)
    @DisplayName("To follow twice is to follow once, and to stop ends it.")
    void twice() {
        if (susan.numberOfFollowers() != 1) {
            follow(); // told there
        }
        john.follow(susan);
        db.session().commit();
        Mistake.when(
                db.diagram().tables().stream()
                        .filter(table -> table.foreignKeys().size() == 2)
                        .anyMatch(table -> table.primaryKey().isEmpty()),
                "Whom john follows is a List, so susan can stand there twice, and her table of pairs has"
                        + " no key. A Set holds each of them once.",
                SET);
        john.stopFollowing(susan);
        db.session().commit();
        Mistake.when(
                susan.numberOfFollowers() != 0,
                "John stopped following susan, and she has "
                        + susan.numberOfFollowers()
                        + " followers.",
                FOLLOW);
    }

    @Test
    @Order(3)
    @DisplayName("The followers are counted by the database, and nobody is loaded.")
    void count() {
        susan.follow(mary);
        db.session().commit();
        Trace trace = db.trace(() -> mary.numberOfFollowers());
        Mistake.when(
                rows(trace) > 1,
                "To count mary's followers "
                        + rows(trace)
                        + " of them were loaded. count() loads none.",
                QUERY);
    }

    @Test
    @Order(4)
    @DisplayName("The feed holds the newest photos of those who are followed.")
    void feed() {
        photos();
        List<String> shown = john.feed(db, 3).stream().map(Photo::getTitle).toList();
        Mistake.when(
                shown.equals(List.of("fred's")),
                "The feed holds the photos of john's followers, and not of those whom he follows. It has"
                        + " to go through the set, not through its mirror.",
                FOLLOW);
        Mistake.when(
                shown.contains("fred's"),
                "A photo of fred is in john's feed. Fred follows john; john does not follow him.",
                FOLLOW);
        Mistake.when(
                !shown.isEmpty() && shown.get(0).equals("susan 1"),
                "The feed begins with the oldest photo: the newest one comes first.",
                FOLLOW);
        Mistake.when(
                shown.size() > 3,
                "The feed of 3 holds more: setMaxResults cuts in the database.",
                FOLLOW);
        Mistake.when(
                !shown.equals(List.of("mary 5", "susan 4", "mary 2")),
                "John's feed is " + shown + ".",
                FOLLOW);
    }

    @Test
    @Order(5)
    @DisplayName("The feed costs one SELECT and reads what it shows.")
    void feedBudget() {
        photos();
        Trace trace = db.trace(() -> john.feed(db, 3));
        Mistake.when(
                trace.selects() > 1,
                "The feed took "
                        + trace.selects()
                        + " SELECTs, one for each who is followed. One question can ask for all of them.",
                FOLLOW);
        if (rows(trace) > 3) {
            feed(); // told there
        }
    }

    private void photos() {
        if (susan.numberOfFollowers() != 1 || fred.numberOfFollowers() != 0) {
            follow(); // told there
        }
        db.session()
                .addAll(
                        new Photo("susan 1", 1, susan),
                        new Photo("mary 2", 2, mary),
                        new Photo("fred's", 6, fred),
                        new Photo("mary 5", 5, mary),
                        new Photo("susan 4", 4, susan));
        db.session().commit();
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
