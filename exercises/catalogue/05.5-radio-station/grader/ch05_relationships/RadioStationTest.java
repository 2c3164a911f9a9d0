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

@DisplayName("A radio station's playlist")
class RadioStationTest {
    private static final String MANY = "05c_loading, \"An author with very many posts\"";
    private static final String QUERY = "05_relationships, \"A query\"";
    private static final String LIST = "05_relationships, \"A list\"";
    private static final int PLAYS = 30;
    private static final int SHOWN = 3;

    private final Database db = Database.open("sqlite://");
    private RadioStation station;

    @BeforeEach
    void plays() {
        db.models(RadioStation.class, Play.class).createAll();
        RadioStation one = new RadioStation();
        RadioStation other = new RadioStation();
        db.session().addAll(one, other);
        for (int i = 0; i < PLAYS; i++) {
            add(new Play(minute(i), "song " + i % 5), one);
        }
        add(new Play(1000, "song 1"), other);
        add(new Play(1001, "only there"), other);
        db.session().commit();
        again();
    }

    /** 7 and 30 have no common divisor, so each minute occurs once, and not in order. */
    private static int minute(int place) {
        return place * 7 % PLAYS;
    }

    private void add(Play play, RadioStation to) {
        play.setStation(to);
        db.session().add(play);
    }

    private void again() {
        db.closeSession();
        station = db.query(RadioStation.class).orderBy("id").first().orElseThrow();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    @Order(1)
    @DisplayName("The latest plays take one SELECT, which reads only these.")
    void latest() {
        Trace trace = db.trace(() -> station.latest(SHOWN));
        List<Integer> minutes = station.latest(SHOWN).stream().map(Play::getMinute).toList();
        Mistake.when(
                minutes.equals(List.of(0, 1, 2)),
                "The earliest plays come first: without desc, orderBy sorts in ascending"
                        + " order.",
                QUERY);
        Mistake.when(
                !minutes.isEmpty() && minutes.get(0) == minute(PLAYS - 1),
                "The plays that were stored last come first. The latest play is the one"
                        + " with the largest minute, whenever it was stored.",
                QUERY);
        Mistake.when(
                !minutes.equals(List.of(29, 28, 27)),
                "The latest minutes are " + minutes + ".",
                QUERY);
        few(trace, "latest", SHOWN);
    }

    @Test
    @Order(2)
    @DisplayName("The database counts how often a song was played.")
    void timesPlayed() {
        long[] times = new long[1];
        Trace trace = db.trace(() -> times[0] = station.timesPlayed("song 1"));
        Mistake.when(times[0] == 7, "The plays of the other station were counted as well.", QUERY);
        Mistake.when(times[0] != 6, "'song 1' was played 6 times, not " + times[0] + ".", QUERY);
        few(trace, "timesPlayed", 1);
    }

    @Test
    @Order(3)
    @DisplayName("A new play is stored with its station, without loading other plays.")
    void play() {
        Play play = new Play(2000, "brand new");
        Trace trace = db.trace(() -> station.play(play));
        if (play.getId() == null) {
            db.session().add(play);
        }
        db.session().commit();
        again();
        List<Play> stored = db.query(Play.class).filterBy("song", "brand new").all();
        Mistake.when(
                stored.size() != 1 || stored.get(0).getStation() != station,
                "The new play was added to the list that all() returned, so it belongs to"
                        + " no station. Add it to the dynamic list itself: plays.add(play).",
                QUERY);
        few(trace, "play", 0);
    }

    private void few(Trace trace, String method, int most) {
        long rows = rows(trace);
        Mistake.when(
                trace.statements().stream().anyMatch(sent -> sent.loading() != null),
                "All "
                        + PLAYS
                        + " plays were read for one result: a List is loaded completely when it is"
                        + " first used. Make it a DynamicList, which only loads what you query.",
                LIST);
        Mistake.when(
                rows >= PLAYS,
                method
                        + " read all "
                        + rows
                        + " plays: a stream or all() of a DynamicList reads everything as"
                        + " well. Filter before the final method.",
                QUERY);
        Mistake.when(
                rows > most,
                method
                        + " read "
                        + rows
                        + " plays to count them: all() loads the matching rows, count()"
                        + " does not.",
                MANY);
        Mistake.when(trace.selects() > 1, method + " sent " + trace.selects() + " SELECTs.", MANY);
    }

    private static long rows(Trace trace) {
        return trace.statements().stream().mapToLong(TracedStatement::rows).sum();
    }
}
