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
    @DisplayName("There are two tables, and the musician's holds the number of the band.")
    void tablesAreTwo() {
        first.add(fred);
        long tables = db.diagram().tables().size();
        Mistake.when(
                tables != 2,
                "There are "
                        + tables
                        + " tables: without mappedBy the list is a relationship of its own, with a table"
                        + " of pairs. mappedBy = \"band\" makes it the other side of Musician.band.",
                MAPPED);
    }

    @Test
    @Order(2)
    @DisplayName("Who is taken in is a member at once, and still is when the band is read again.")
    void add() {
        takenIn();
        first.add(fred);
        Mistake.when(
                first.getMembers().size() == 2,
                "Fred was taken in twice, and the list shows him twice; the database knows him once.",
                OWNER);
        store();
        db.session().clear();
        List<Band> stored = db.query(Band.class).orderBy("id").all();
        Mistake.when(
                !names(stored.get(0)).equals(List.of("fred")),
                "Read again, the band's members are " + names(stored.get(0)) + ", not [fred].",
                OWNER);
    }

    /** Lets the first band take fred in; the other tasks begin with it, too. */
    private void takenIn() {
        first.add(fred);
        boolean inList = first.getMembers().contains(fred);
        boolean inField = fred.getBand() == first;
        Mistake.when(
                inList && !inField,
                "Fred is in the band's list, and fred's band is "
                        + fred.getBand()
                        + ". The musician's field is what is stored, and what others ask: set it, too,"
                        + " together with the list.",
                OWNER);
        Mistake.when(
                !inList && inField,
                "Fred's band is set, and the band's list does not show him before it is read again:"
                        + " put him into the list, too.",
                OWNER);
    }

    @Test
    @Order(3)
    @DisplayName("Who moves to another band leaves the first one.")
    void move() {
        takenIn();
        second.add(fred);
        Mistake.when(
                first.getMembers().contains(fred) && second.getMembers().contains(fred),
                "Fred has moved, and stands in the lists of both bands. Take him out of the list of his"
                        + " earlier band.",
                OWNER);
        store();
        db.session().clear();
        Band band = db.query(Musician.class).filterBy("name", "fred").one().getBand();
        Mistake.when(
                band == null || !names(band).equals(List.of("fred")),
                "Read again, fred is not in the second band.",
                OWNER);
        moveBack();
    }

    /** Fred is read first, so that his band is a proxy when he moves. */
    private void moveBack() {
        db.session().clear();
        Musician read = db.query(Musician.class).filterBy("name", "fred").one();
        List<Band> stored = db.query(Band.class).orderBy("id").all();
        names(stored.get(1)); // a list that is not loaded yet would be right whatever add does
        stored.get(0).add(read);
        Mistake.when(
                names(stored.get(1)).contains("fred"),
                "Read from the database, fred has moved, and his earlier band still lists him. What"
                        + " getBand() gives may be a stand-in (a proxy), whose own fields are empty:"
                        + " call a method of that band, and do not reach into its field.",
                OWNER);
    }

    @Test
    @Order(4)
    @DisplayName("Who leaves has no band; a stranger keeps his.")
    void remove() {
        takenIn();
        second.add(susan);
        first.remove(susan);
        Mistake.when(
                susan.getBand() != second,
                "Susan plays in the second band. The first one let her go, and now she has no band at"
                        + " all: only a member can be let go.",
                OWNER);
        first.remove(fred);
        Mistake.when(
                !first.getMembers().contains(fred) && fred.getBand() == first,
                "Fred is out of the list, and his field still names the band. The field is what is"
                        + " stored, and what others ask: clear it, too.",
                OWNER);
        Mistake.when(
                first.getMembers().contains(fred) || fred.getBand() != null,
                "Fred has left, and the band's members are " + first.getMembers() + ".",
                OWNER);
    }

    private static List<String> names(Band band) {
        return band.getMembers().stream().map(Musician::getName).toList();
    }
}
