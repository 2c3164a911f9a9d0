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
    @DisplayName(
            "Following adds a follower to the other photographer, and not the other way round.")
    void follow() {
        long ofSusan = susan.numberOfFollowers();
        long ofFred = fred.numberOfFollowers();
        Mistake.when(
                ofSusan == 1 && ofFred == 1,
                "John follows susan and mary, and fred follows john, but now fred has a"
                        + " follower as well. Following must not make the other photographer follow"
                        + " back.",
                FOLLOW);
        Mistake.when(
                ofSusan == 0 && ofFred == 1,
                "The direction is reversed: fred follows john, but fred has the follower."
                        + " Which photographer's set must change?",
                FOLLOW);
        Mistake.when(
                ofSusan == 0 && ofFred == 0,
                "John follows susan, but susan has no follower. Make the list of"
                        + " followers the inverse side of the same association with mappedBy.",
                FOLLOW);
        Mistake.when(
                ofSusan != 1 || ofFred != 0,
                "Susan has " + ofSusan + " followers, fred " + ofFred + ".",
                FOLLOW);
    }

    @Test
    @Order(2)
    @DisplayName("Following twice changes nothing, and unfollowing ends it.")
    void twice() {
        if (susan.numberOfFollowers() != 1) {
            follow(); // The other task reports this.
        }
        john.follow(susan);
        db.session().commit();
        Mistake.when(
                db.diagram().tables().stream()
                        .filter(table -> table.foreignKeys().size() == 2)
                        .anyMatch(table -> table.primaryKey().isEmpty()),
                "John's list of photographers is a List, so susan can be in it twice, and"
                        + " the join table has no key. A Set contains each photographer once.",
                SET);
        john.stopFollowing(susan);
        db.session().commit();
        Mistake.when(
                susan.numberOfFollowers() != 0,
                "John unfollowed susan, but she has " + susan.numberOfFollowers() + " followers.",
                FOLLOW);
    }

    @Test
    @Order(3)
    @DisplayName("The database counts the followers without loading them.")
    void count() {
        susan.follow(mary);
        db.session().commit();
        Trace trace = db.trace(() -> mary.numberOfFollowers());
        Mistake.when(
                rows(trace) > 1,
                "Counting mary's followers loaded " + rows(trace) + " of them. count() loads none.",
                QUERY);
    }

    @Test
    @Order(4)
    @DisplayName("The feed has the newest photos of the photographers that someone follows.")
    void feed() {
        photos();
        List<String> shown = john.feed(db, 3).stream().map(Photo::getTitle).toList();
        Mistake.when(
                shown.equals(List.of("fred's")),
                "The feed has the photos of john's followers instead of the photographers he"
                        + " follows. Use the owning side in the query, not the inverse side.",
                FOLLOW);
        Mistake.when(
                shown.contains("fred's"),
                "John's feed has a photo of fred. Fred follows john, but john does not"
                        + " follow him.",
                FOLLOW);
        Mistake.when(
                !shown.isEmpty() && shown.get(0).equals("susan 1"),
                "The feed begins with the oldest photo. Sort the newest one first.",
                FOLLOW);
        Mistake.when(
                shown.size() > 3,
                "The feed of 3 has more photos. setMaxResults limits the query.",
                FOLLOW);
        Mistake.when(
                !shown.equals(List.of("mary 5", "susan 4", "mary 2")),
                "John's feed is " + shown + ".",
                FOLLOW);
    }

    @Test
    @Order(5)
    @DisplayName("The feed takes one SELECT, which reads only the photos in the feed.")
    void feedBudget() {
        photos();
        Trace trace = db.trace(() -> john.feed(db, 3));
        Mistake.when(
                trace.selects() > 1,
                "The feed took "
                        + trace.selects()
                        + " SELECTs, one for each photographer. One query can find the photos of"
                        + " all of them.",
                FOLLOW);
        if (rows(trace) > 3) {
            feed(); // The other task reports this.
        }
    }

    private void photos() {
        if (susan.numberOfFollowers() != 1 || fred.numberOfFollowers() != 0) {
            follow(); // The other task reports this.
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
