package ch05_relationships;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("A band and its members")
class BandTest {
    private static final String OWNER = "05b_both_sides, \"Which side is stored\"";
    private static final String MAPPED = "05b_both_sides, \"Without mappedBy\"";

    private final Database db = Database.open("sqlite://");
    private final Band first = new Band();
    private final Band second = new Band();
    private final Musician fred = new Musician("fred");
    private final Musician susan = new Musician("susan");

    @BeforeEach
    void tables() {
        db.models(Band.class, Musician.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void store() {
        db.session().addAll(first, second, fred, susan);
        db.session().commit();
    }

    @Test
    @Order(1)
    @DisplayName("There are two tables, and the table of the musicians has the id of the band.")
    void tablesAreTwo() {
        first.add(fred);
        long tables = db.diagram().tables().size();
        Mistake.when(
                tables != 2,
                "There are "
                        + tables
                        + " tables: without mappedBy, the list is a separate association with its"
                        + " own join table. mappedBy = \"band\" makes it the inverse side of"
                        + " Musician.band.",
                MAPPED);
    }

    @Test
    @Order(2)
    @DisplayName(
            "A new member is in the list at once, and still there when the band is loaded again.")
    void add() {
        takenIn();
        first.add(fred);
        Mistake.when(
                first.getMembers().size() == 2,
                "Fred was added twice, and the list contains him twice, but the database"
                        + " only once.",
                OWNER);
        store();
        db.session().clear();
        List<Band> stored = db.query(Band.class).orderBy("id").all();
        Mistake.when(
                !names(stored.get(0)).equals(List.of("fred")),
                "Loaded again, the band's members are "
                        + names(stored.get(0))
                        + " instead of [fred].",
                OWNER);
    }

    /** Adds fred to the first band. The other tasks begin in the same way. */
    private void takenIn() {
        first.add(fred);
        boolean inList = first.getMembers().contains(fred);
        boolean inField = fred.getBand() == first;
        Mistake.when(
                inList && !inField,
                "Fred is in the band's list, but fred's band is "
                        + fred.getBand()
                        + ". Only the musician's field is stored, so set it together with the list.",
                OWNER);
        Mistake.when(
                !inList && inField,
                "Fred's band is set, but the band's list does not contain him until it is"
                        + " loaded again. Add him to the list as well.",
                OWNER);
    }

    @Test
    @Order(3)
    @DisplayName("A musician who joins another band leaves the first one.")
    void move() {
        takenIn();
        second.add(fred);
        Mistake.when(
                first.getMembers().contains(fred) && second.getMembers().contains(fred),
                "Fred joined another band, but is in the lists of both bands. Remove him"
                        + " from the list of his previous band.",
                OWNER);
        store();
        db.session().clear();
        Band band = db.query(Musician.class).filterBy("name", "fred").one().getBand();
        Mistake.when(
                band == null || !names(band).equals(List.of("fred")),
                "Loaded again, fred is not in the second band.",
                OWNER);
        moveBack();
    }

    /** Loads fred first, so that his band is a proxy when he joins another one. */
    private void moveBack() {
        db.session().clear();
        Musician read = db.query(Musician.class).filterBy("name", "fred").one();
        List<Band> stored = db.query(Band.class).orderBy("id").all();
        names(stored.get(1)); // A list that is not loaded yet would be correct whatever add does.
        stored.get(0).add(read);
        Mistake.when(
                names(stored.get(1)).contains("fred"),
                "When fred is loaded from the database and joins another band, his"
                        + " previous band still lists him. getBand() may return a proxy, whose own"
                        + " fields are empty: call a method of that band instead of using its"
                        + " field.",
                OWNER);
    }

    @Test
    @Order(4)
    @DisplayName(
            "A musician who leaves has no band; removing a musician of another band does nothing.")
    void remove() {
        takenIn();
        second.add(susan);
        first.remove(susan);
        Mistake.when(
                susan.getBand() != second,
                "Susan plays in the second band. After she was removed from the first"
                        + " band, she has no band at all. Only change members of this band.",
                OWNER);
        first.remove(fred);
        Mistake.when(
                !first.getMembers().contains(fred) && fred.getBand() == first,
                "Fred is removed from the list, but his field still has the band. Only"
                        + " the field is stored, so set it to null as well.",
                OWNER);
        Mistake.when(
                first.getMembers().contains(fred) || fred.getBand() != null,
                "Fred left, but the band's members are " + first.getMembers() + ".",
                OWNER);
    }

    private static List<String> names(Band band) {
        return band.getMembers().stream().map(Musician::getName).toList();
    }
}
