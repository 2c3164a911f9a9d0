package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TimeZone;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Each database respects what annotations say about dates and times. */
class MappedTimesTest {
    @Entity(name = "Flight")
    static class Flight {
        @Id Integer id;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetDateTime departure;

        @TimeZoneStorage(TimeZoneStorageType.AUTO)
        ZonedDateTime arrival;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        OffsetTime boarding;
    }

    @OnSqliteAndPostgres
    void an_offset_is_kept_in_a_column_of_its_own(TestDatabase database) {
        try (MappedModel model = database.create(Flight.class)) {
            Flight flight = new Flight();
            flight.id = 1;
            flight.departure = OffsetDateTime.parse("2026-07-01T08:30:00+02:00");
            flight.arrival = ZonedDateTime.parse("2026-07-01T11:45:00-04:00");
            flight.boarding = OffsetTime.parse("08:00:00+02:00");
            model.write(session -> session.persist(flight));

            Flight read = model.read(session -> session.find(Flight.class, 1));
            assertThat(read.departure.toString()).isEqualTo("2026-07-01T08:30+02:00");
            assertThat(read.boarding.toString()).isEqualTo("08:00+02:00");
            assertThat(read.arrival.toInstant()).isEqualTo(flight.arrival.toInstant());
            if (database == TestDatabase.SQLITE) {
                assertThat(read.arrival.toString()).isEqualTo("2026-07-01T11:45-04:00");
            }
        }
    }

    @Entity(name = "Page")
    static class Page {
        @Id Integer id;

        @Version
        @CurrentTimestamp(source = SourceType.DB)
        Instant version;

        String text;
    }

    @OnSqliteAndPostgres
    void the_database_can_generate_a_version_timestamp(TestDatabase database)
            throws InterruptedException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try (MappedModel model = database.create(Page.class)) {
            Instant start = Instant.now();
            Page page = new Page();
            page.id = 1;
            model.write(session -> session.persist(page));
            assertThat(page.version).isBetween(start.minusSeconds(2), start.plusSeconds(60));
            Thread.sleep(5);
            model.write(session -> session.find(Page.class, 1).text = "Hello");
            Instant changed = model.read(session -> session.find(Page.class, 1).version);
            assertThat(changed).isBetween(page.version.plusMillis(1), start.plusSeconds(60));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Entity
    @SuppressWarnings("removal") // existing models have Hibernate's annotation
    static class Lap {
        @Id Integer id;

        @FractionalSeconds(0)
        LocalDateTime second;

        @FractionalSeconds(1)
        LocalDateTime tenth;

        @Column(secondPrecision = 2)
        Instant hundredth;

        @FractionalSeconds(3)
        OffsetDateTime milli;
    }

    @OnSqliteAndPostgres
    void fractions_of_a_second_are_rounded_to_the_declared_digits(TestDatabase database) {
        try (MappedModel model = database.create(Lap.class)) {
            Lap lap = new Lap();
            lap.id = 1;
            model.write(session -> session.persist(lap));
            assertThat(model.<Lap>read(session -> session.find(Lap.class, 1)).tenth).isNull();
            for (String time : List.of("23:59:59.987654", "00:00:00.449999", "12:30:59.995600")) {
                LocalDateTime exact = LocalDateTime.parse("2026-12-31T" + time);
                model.write(
                        session -> {
                            Lap changed = session.find(Lap.class, 1);
                            changed.second = exact;
                            changed.tenth = exact;
                            changed.hundredth = exact.toInstant(ZoneOffset.UTC);
                            changed.milli = exact.atOffset(ZoneOffset.UTC);
                        });
                Lap read = model.read(session -> session.find(Lap.class, 1));
                assertThat(read.second).isEqualTo(rounded(exact, 0));
                assertThat(read.tenth).isEqualTo(rounded(exact, 1));
                assertThat(read.hundredth).isEqualTo(rounded(exact, 2).toInstant(ZoneOffset.UTC));
                assertThat(read.milli.toLocalDateTime()).isEqualTo(rounded(exact, 3));
            }
        }
    }

    private static LocalDateTime rounded(LocalDateTime exact, int digits) {
        long unit = (long) Math.pow(10, 9 - digits);
        long nanos = exact.getNano();
        return exact.plusNanos((nanos + unit / 2) / unit * unit - nanos);
    }
}
