package ch09_out_of_the_notebook;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.trace.Trace;

@DisplayName("A weather station")
class WeatherStationTest {
    private static final String COMMITS = "09e_many_rows, \"One commit for each row\"";
    private static final String BATCHES = "09e_many_rows, \"The id that prevents a batch\"";
    private static final String MEMORY = "09e_many_rows, \"A session gets heavy\"";
    private static final String BULK = "09e_many_rows, \"Change many rows with one statement\"";
    private static final String COLUMNS = "09e_many_rows, \"Only the columns you need\"";
    private static final int MANY = 1_000;
    private static final int FEW_STATEMENTS = 20;
    private static final List<Integer> WEEK = List.of(52, -31, 7, -80, 0, 7, 115);

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void create() {
        db.models(Measurement.class).createAll();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void stored() {
        for (int tenths : WEEK) {
            db.session().add(new Measurement(tenths));
        }
        db.session().commit();
        db.closeSession();
    }

    private List<Integer> values() {
        return db.rows("select tenths from measurement order by id").values().stream()
                .map(row -> ((Number) row.get(0)).intValue())
                .toList();
    }

    private int managed() {
        return db.session().getStatistics().getEntityCount();
    }

    private static long commits(Trace trace) {
        return trace.events().stream().filter(event -> "commit".equals(event.border())).count();
    }

    @Test
    @Order(1)
    @DisplayName("All measurements are stored, and the session manages none of them afterwards.")
    void load() {
        WeatherStation.load(db, WEEK);
        int managed = managed();
        db.closeSession();
        List<Integer> values = values();
        Mistake.when(
                values.isEmpty(),
                "After the session was closed, no measurement is left: either none was sent, or"
                        + " nothing was committed.",
                MEMORY);
        Mistake.when(
                !values.equals(WEEK),
                "The stored values are " + values + " instead of " + WEEK + ".",
                MEMORY);
        Mistake.when(
                managed > 0,
                "The session still manages "
                        + managed
                        + " measurements after load. insertAll manages none; clear() makes the"
                        + " session forget them.",
                MEMORY);
    }

    @Test
    @Order(2)
    @DisplayName("A thousand measurements take one commit and at most 20 statements.")
    void fewTrips() {
        List<Integer> many = IntStream.range(0, MANY).boxed().toList();
        Trace trace = db.trace(() -> WeatherStation.load(db, many));
        long commits = commits(trace);
        Mistake.when(
                commits > 1,
                "load committed "
                        + commits
                        + " times. Commit once at the end, so that all rows are stored or none.",
                COMMITS);
        Mistake.when(
                trace.count() > FEW_STATEMENTS,
                "load sent "
                        + trace.count()
                        + " statements for "
                        + MANY
                        + " measurements. Send batches: persist inserts each row at once, because"
                        + " its id is needed, and so does a flush after each.",
                BATCHES);
    }

    @Test
    @Order(3)
    @DisplayName("A correction changes every row with one UPDATE and returns their number.")
    void correct() {
        stored();
        int[] returned = new int[1];
        Trace trace = db.trace(() -> returned[0] = WeatherStation.correct(db, 5));
        db.closeSession();
        List<Integer> expected = WEEK.stream().map(tenths -> tenths + 5).toList();
        List<Integer> values = values();
        Mistake.when(
                values.equals(WEEK),
                "After the session was closed, the old values are back, because nothing was"
                        + " committed.",
                BULK);
        Mistake.when(
                !values.equals(expected),
                "The values are " + values + " instead of " + expected + ".",
                BULK);
        Mistake.when(
                trace.selects() > 0,
                "correct reads the measurements before it changes them. The database can add to a"
                        + " column without them.",
                BULK);
        Mistake.when(
                trace.count() > 1,
                "correct sent " + trace.count() + " statements instead of one.",
                BULK);
        Mistake.when(
                returned[0] != WEEK.size(),
                WEEK.size()
                        + " measurements were changed, but correct returns "
                        + returned[0]
                        + ".",
                BULK);
    }

    @Test
    @Order(4)
    @DisplayName("Temperatures below a limit are read as numbers, the coldest first.")
    void below() {
        stored();
        List<Integer> cold = WeatherStation.below(db, 7);
        Mistake.when(
                managed() > 0,
                "below loaded "
                        + managed()
                        + " objects to return numbers. Select the column instead.",
                COLUMNS);
        Mistake.when(
                cold.contains(7),
                "7 is not below 7: 'or equal' includes the limit itself.",
                COLUMNS);
        Mistake.when(
                cold.size() == 3 && !cold.equals(List.of(-80, -31, 0)),
                "The numbers are right, but not in order: " + cold + ".",
                COLUMNS);
        Mistake.when(
                !cold.equals(List.of(-80, -31, 0)),
                "below returned " + cold + " instead of [-80, -31, 0].",
                COLUMNS);
    }
}
