package ch05_relationships;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.grade.Mistake;

@DisplayName("Departures by the clock")
class FlightTest {
    private static final String ENTITY = "02_models, \"The smallest model\"";
    private static final String VALUE = "05e_values, \"A value in the same table\"";
    private static final String TYPE = "05e_values, \"A type of your own in one column\"";
    private static final String TIME = "05e_values, \"Moments, days and time zones\"";
    private static final String MONEY = "05e_values, \"Money\"";

    private static final String TABLE =
            "select name from sqlite_master where type = 'table' and name like 'flight%'"
                    + " and name not like '%seq'";

    private static final ZonedDateTime EVENING =
            ZonedDateTime.parse("2026-07-04T19:05:30+05:30[Asia/Kolkata]");
    private static final ZonedDateTime MORNING =
            ZonedDateTime.parse("2026-12-01T07:40:00-05:00[America/New_York]");

    private final Database db = Database.open("sqlite://");

    @BeforeEach
    void store() {
        Flight flight = flight("LH 400", EVENING, "249.5", "EUR"); // an untouched stub ends here
        Mistake.when(
                !Flight.class.isAnnotationPresent(Entity.class),
                "Flight is an ordinary class so far, because it has no @Entity.",
                ENTITY);
        try {
            db.models(Flight.class).createAll();
        } catch (OrmlabException refused) {
            String message = String.valueOf(refused.getMessage());
            Mistake.when(
                    message.contains("FlightNumber"),
                    "Hibernate can't store a FlightNumber without help: \""
                            + message
                            + "\". A converter turns it into text.",
                    TYPE);
            throw new Mistake("Hibernate can't store a flight: \"" + message + "\"", VALUE);
        }
        db.session().addAll(flight, flight("ua23", MORNING, "1000", "USD"));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static Flight flight(String number, ZonedDateTime time, String amount, String code) {
        return new Flight(new FlightNumber(number), time, new Money(new BigDecimal(amount), code));
    }

    private List<Object> column(String expression) {
        Object table = db.rows(TABLE).values().get(0).get(0);
        try {
            return db
                    .rows("select " + expression + " from " + table + " order by number")
                    .values()
                    .stream()
                    .map(row -> row.get(0))
                    .toList();
        } catch (OrmlabException missing) {
            db.session().rollback();
            return List.of();
        }
    }

    private Flight loaded(int place) {
        List<Flight> flights =
                db.query(Flight.class).all().stream()
                        .sorted((a, b) -> a.getNumber().text().compareTo(b.getNumber().text()))
                        .toList();
        return flights.get(place);
    }

    private boolean isStored(Flight flight) {
        try {
            db.session().add(flight);
            db.session().commit();
            return true;
        } catch (RuntimeException rejected) {
            db.session().rollback();
            return false;
        }
    }

    @Test
    @Order(1)
    @DisplayName("The column number contains the flight number as text, and is never null.")
    void number() {
        List<Object> stored = column("number");
        Mistake.when(
                !stored.equals(List.of("LH400", "UA23")),
                "The column number of two flights should contain [LH400, UA23], and it contains "
                        + stored
                        + ".",
                TYPE);
        Mistake.when(
                !new FlightNumber("UA23").equals(loaded(1).getNumber()),
                "The flight number is UA23, and after loading it is " + loaded(1).getNumber() + ".",
                TYPE);
        boolean stores;
        try {
            stores = isStored(new Flight(null, EVENING, null));
        } catch (NullPointerException refused) {
            stores = false;
        }
        Mistake.when(
                stores,
                "A flight without a number was stored. @Column(nullable = false) prevents it.",
                TYPE);
    }

    @Test
    @Order(2)
    @DisplayName("A loaded flight departs at the same time by the clock, in the same zone.")
    void departure() {
        ZonedDateTime first = loaded(0).getDeparture();
        ZonedDateTime second = loaded(1).getDeparture();
        Mistake.when(
                first != null && first.isEqual(EVENING) && !first.equals(EVENING),
                "The flight departs at "
                        + EVENING
                        + ", and after loading at "
                        + first
                        + ". It's the same moment, but the column forgot the zone. Keep it in a"
                        + " column of its own.",
                TIME);
        Mistake.when(
                !EVENING.equals(first),
                "The flight departs at " + EVENING + ", and after loading at " + first + ".",
                TIME);
        Mistake.when(
                !MORNING.equals(second),
                "A flight departs at " + MORNING + ", and after loading at " + second + ".",
                TIME);
    }

    @Test
    @Order(3)
    @DisplayName("The fare is an amount and a currency in two columns, and may be missing.")
    void fare() {
        Mistake.when(
                !column("currency").equals(List.of("EUR", "USD"))
                        || !column("amount < 1000").equals(List.of(1, 0)),
                "The table of the flights needs the columns amount and currency, with 249.50 EUR"
                        + " and 1000.00 USD. A field of the type Money is enough if Money is an"
                        + " @Embeddable.",
                VALUE);
        Money fare = loaded(0).getFare();
        Mistake.when(
                fare == null
                        || fare.amount().compareTo(new BigDecimal("249.5")) != 0
                        || !fare.currency().equals("EUR"),
                "The fare is 249.50 EUR, and after loading it is " + fare + ".",
                MONEY);
        Mistake.when(
                !isStored(new Flight(new FlightNumber("LH1"), MORNING, null)),
                "A flight without a fare was rejected, although the fare may be missing.",
                VALUE);
        db.closeSession();
        Mistake.when(
                loaded(0).getFare() != null,
                "A flight without a fare has the fare " + loaded(0).getFare() + " after loading.",
                VALUE);
    }

    @Test
    @Order(4)
    @DisplayName("An amount has at most eight digits, two of them after the point.")
    void digits() {
        if (column("amount").isEmpty()) {
            return; // the task before reports it
        }
        Mistake.when(
                isStored(flight("LH2", MORNING, "12.345", "EUR")),
                "The amount 12.345 was stored, although only two digits after the point are"
                        + " allowed. A column for amounts needs a scale.",
                MONEY);
        Mistake.when(
                !isStored(flight("LH3", MORNING, "999999.99", "EUR")),
                "The amount 999999.99 has eight digits, two of them after the point, and was"
                        + " rejected.",
                MONEY);
        Mistake.when(
                isStored(flight("LH4", MORNING, "1000000", "EUR")),
                "The amount 1000000 was stored, although it has nine digits, counting the two after"
                        + " the point.",
                MONEY);
        Mistake.when(
                isStored(flight("LH5", MORNING, "1", "EURO")),
                "The currency EURO was stored, although only three characters are allowed.",
                VALUE);
        db.closeSession();
        Mistake.when(
                !column("amount = 999999.99").contains(1),
                "The amount 999999.99 isn't the same number in the column.",
                MONEY);
    }
}
