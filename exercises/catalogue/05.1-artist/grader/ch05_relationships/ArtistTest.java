package ch05_relationships;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.FreshDatabase;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;
import ormlab.trace.TracedStatement;

@DisplayName("The first page of many songs")
class ArtistTest {
    private static final String DYNAMIC = "05_relationships, \"A query\"";
    private static final String LIST = "05_relationships, \"A list\"";
    private static final int SONGS = 40;
    private static final int SHOWN = 5;

    private final Database db = Database.open(FreshDatabase.url());
    private Artist artist;

    @BeforeEach
    void songs() {
        db.models(Artist.class, Song.class).createAll();
        Artist one = new Artist();
        Artist other = new Artist();
        db.session().addAll(one, other, new Song("Aaa by somebody else", other));
        IntStream.range(0, SONGS).forEach(i -> db.session().add(new Song(stored(i), one)));
        db.session().commit();
        artist = freshlyFound();
    }

    private Artist freshlyFound() {
        db.closeSession();
        return db.query(Artist.class).orderBy("id").first().orElseThrow();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static String title(int number) {
        return String.format("Song %02d", number);
    }

    /** 17 and 40 have no common divisor, so each number occurs once, and not in order. */
    private static String stored(int position) {
        return title((position * 17 + 23) % SONGS);
    }

    @Test
    @Order(1)
    @DisplayName("The first page contains the artist's first songs by title.")
    void page() {
        List<String> titles = artist.firstPage(SHOWN).stream().map(Song::getTitle).toList();
        List<String> byTitle = IntStream.range(0, SHOWN).mapToObj(ArtistTest::title).toList();
        List<String> stored = IntStream.range(0, SHOWN).mapToObj(ArtistTest::stored).toList();
        Mistake.when(
                titles.equals(stored),
                "The page has the songs in the order in which they were stored. Without"
                        + " an orderBy, a database may return rows in any order.",
                DYNAMIC);
        Mistake.when(
                titles.equals(stored.stream().sorted().toList()),
                "The page has the "
                        + SHOWN
                        + " songs that were stored first, sorted: the database cut the list before"
                        + " Java sorted it. Put orderBy into the query as well.",
                DYNAMIC);
        Mistake.when(
                !titles.isEmpty() && titles.get(0).equals(title(SONGS - 1)),
                "The page begins with the last title: 'title desc' sorts in descending order.",
                DYNAMIC);
        Mistake.when(
                titles.stream().anyMatch(title -> title.startsWith("Aaa")),
                "The page has a song of another artist.",
                DYNAMIC);
        Mistake.when(
                !titles.equals(byTitle),
                "The page of " + SHOWN + " has " + titles + " instead of " + byTitle + ".",
                DYNAMIC);
    }

    @Test
    @Order(2)
    @DisplayName("The page takes one SELECT, which reads only the songs on the page.")
    void onePageOneSelect() {
        readsOnlyThePage(db.trace(() -> artist.firstPage(SHOWN)));
    }

    @Test
    @Order(3)
    @DisplayName("Counting the songs takes one SELECT, which reads no song.")
    void countReadsNothing() {
        long[] count = new long[1];
        Trace trace = db.trace(() -> count[0] = artist.songCount());
        Mistake.when(
                count[0] != SONGS,
                "The artist has " + SONGS + " songs, but songCount() returns " + count[0] + ".",
                DYNAMIC);
        if (rows(trace) > 1) {
            artist = freshlyFound(); // A List fails both tasks, but is reported once.
            readsOnlyThePage(db.trace(() -> artist.firstPage(SHOWN)));
        }
        Mistake.when(
                rows(trace) > 1,
                "All "
                        + rows(trace)
                        + " songs were read to count them. all().size() loads the songs and counts"
                        + " in Java; count() lets the database count.",
                DYNAMIC);
        Mistake.when(
                trace.selects() != 1,
                "Counting sent " + trace.selects() + " SELECTs, but one is enough.",
                DYNAMIC);
    }

    private static void readsOnlyThePage(Trace trace) {
        boolean sorted =
                trace.statements().stream()
                        .anyMatch(sent -> sent.sql().toLowerCase(Locale.ROOT).contains("order by"));
        Mistake.when(
                rows(trace) > SHOWN && !sorted,
                "All "
                        + rows(trace)
                        + " songs were read to show "
                        + SHOWN
                        + ". A List is loaded completely when it is first used, and so is a"
                        + " DynamicList with only all(). Let the database sort and cut: orderBy and"
                        + " limit before all().",
                LIST);
        Mistake.when(
                rows(trace) > SHOWN,
                "The database sorted the songs and then sent all "
                        + rows(trace)
                        + " to show "
                        + SHOWN
                        + ". Whatever follows all() is done in Java; limit before all() becomes a"
                        + " LIMIT in the SQL.",
                DYNAMIC);
        Mistake.when(
                trace.selects() == SHOWN,
                "The page sent "
                        + SHOWN
                        + " SELECTs, one for each song. One query with limit loads all of them at"
                        + " once.",
                DYNAMIC);
        Mistake.when(
                trace.selects() != 1,
                "The page sent " + trace.selects() + " SELECTs, but one is enough.",
                DYNAMIC);
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
