package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class TimesTest {
    private Thing stored(TestDatabase database, Consumer<Thing> values) {
        try (MappedModel model = database.create(Thing.class)) {
            return Thing.stored(model, values);
        }
    }

    @Entity(name = "Appointment")
    @SuppressWarnings({"deprecation", "removal"})
    static class Appointment {
        @Id private Integer id;
        private Calendar at;

        @Temporal(TemporalType.DATE)
        private Calendar day;

        @Temporal(TemporalType.TIME)
        private Calendar hour;
    }

    @OnSqliteAndPostgres
    void a_calendar_comes_back_as_the_same_moment_in_any_zone(TestDatabase kind) {
        TimeZone usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try (Database db = kind.open(Appointment.class)) {
            Appointment late = new Appointment();
            late.id = 1;
            late.at = new GregorianCalendar(2026, Calendar.JANUARY, 1, 22, 30);
            late.day = new GregorianCalendar(TimeZone.getTimeZone("Pacific/Kiritimati"));
            late.day.setTimeInMillis(late.at.getTimeInMillis());
            late.hour = late.day;
            db.session().add(late);
            db.session().commit();
            db.session().clear();
            assertThat(db.query(Appointment.class).one().at.toInstant())
                    .isEqualTo(late.at.toInstant());
            assertThat(db.query(Appointment.class).filterBy("at", late.at).count()).isEqualTo(1);
            assertThat(db.query(Appointment.class).filterBy("day", late.day).count()).isEqualTo(1);
            assertThat(db.rows("select day, hour from appointment").toString())
                    .contains("2026-01-01", "22:30:00");
            assertThat(db.query(Appointment.class).one().day)
                    .isEqualTo(new GregorianCalendar(2026, Calendar.JANUARY, 1));
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @OnSqliteAndPostgres
    void times_come_back_to_the_microsecond(TestDatabase database) {
        try (MappedModel model = database.create(Thing.class)) {
            for (LocalDateTime time :
                    new LocalDateTime[] {
                        LocalDateTime.of(1, 1, 1, 2, 0),
                        LocalDateTime.of(9999, 12, 31, 18, 59, 59, 999_999_000),
                        LocalDateTime.of(1582, 10, 10, 12, 0),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
                        LocalDateTime.of(2024, 2, 29, 13, 5, 7, 123_456_000)
                    }) {
                Thing read =
                        Thing.stored(
                                model,
                                thing -> {
                                    thing.date = time.toLocalDate();
                                    thing.time = time.toLocalTime();
                                    thing.dateTime = time;
                                    thing.moment = time.toInstant(ZoneOffset.UTC);
                                    thing.offset = time.atOffset(ZoneOffset.ofHours(2));
                                    thing.zoned = time.atZone(ZoneOffset.ofHours(-5));
                                });
                assertThat(read.date).isEqualTo(time.toLocalDate());
                assertThat(read.time).isEqualTo(time.toLocalTime());
                assertThat(read.dateTime).isEqualTo(time);
                assertThat(read.moment).isEqualTo(time.toInstant(ZoneOffset.UTC));
                assertThat(read.offset)
                        .isEqualTo(
                                time.atOffset(ZoneOffset.ofHours(2))
                                        .withOffsetSameInstant(ZoneOffset.UTC));
                assertThat(read.zoned.toInstant())
                        .isEqualTo(time.toInstant(ZoneOffset.ofHours(-5)));
            }
        }
    }

    @OnSqliteAndPostgres
    void an_old_date_comes_back_whatever_the_zone_of_the_machine(TestDatabase database) {
        TimeZone before = TimeZone.getDefault();
        try (MappedModel model = database.create(Thing.class)) {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            Date date = new Date(1_793_000_000_123L);
            LocalDateTime gap = LocalDateTime.of(2026, 3, 8, 2, 30);
            Thing read =
                    Thing.stored(
                            model,
                            thing -> {
                                thing.oldDate = date;
                                thing.dateTime = gap;
                                thing.moment = date.toInstant();
                            });
            assertThat(read.oldDate.getTime()).isEqualTo(date.getTime());
            assertThat(read.dateTime).isEqualTo(gap);
            assertThat(read.moment).isEqualTo(date.toInstant());
            assertThat(
                            model.rows(
                                    "select substr(cast(date_time as varchar(40)), 1, 19) from thing"))
                    .containsExactly("2026-03-08 02:30:00");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void sqlite_keeps_times_as_readable_text() {
        try (MappedModel model = TestDatabase.SQLITE.create(Thing.class)) {
            Thing.stored(
                    model,
                    thing -> {
                        thing.date = LocalDate.of(2026, 11, 21);
                        thing.time = LocalTime.of(13, 5, 7);
                        thing.dateTime = LocalDateTime.of(2026, 11, 21, 13, 5, 7, 123_456_000);
                        thing.zoned =
                                ZonedDateTime.of(2026, 11, 21, 13, 5, 7, 0, ZoneOffset.ofHours(1));
                    });
            assertThat(model.rows("select date, time, date_time, zoned, typeof(zoned) from thing"))
                    .containsExactly(
                            "2026-11-21|13:05:07.000000|2026-11-21 13:05:07.123456|2026-11-21"
                                    + " 12:05:07.000000|text");
        }
    }

    @Test
    void sqlite_refuses_years_that_its_functions_do_not_support() {
        assertThatThrownBy(
                        () ->
                                stored(
                                        TestDatabase.SQLITE,
                                        thing -> thing.date = LocalDate.of(10_000, 1, 1)))
                .isInstanceOf(UnstorableValue.class)
                .hasMessage(
                        "The date +10000-01-01 cannot be stored: SQLite's date functions support"
                                + " the years 0001 to 9999.");
    }

    @Test
    void times_written_by_other_programs_can_be_read() {
        try (MappedModel model = TestDatabase.SQLITE.create(Thing.class)) {
            model.sql("insert into thing (date_time) values ('2026-11-21 13:05:07')");
            model.sql("insert into thing (date_time) values ('2026-11-21T13:05:07.5Z')");
            model.sql("insert into thing (date_time) values ('2026-11-21 13:05')");
            assertThat(model.ask(LocalDateTime.class, "select dateTime from Thing order by id"))
                    .containsExactly(
                            LocalDateTime.of(2026, 11, 21, 13, 5, 7),
                            LocalDateTime.of(2026, 11, 21, 13, 5, 7, 500_000_000),
                            LocalDateTime.of(2026, 11, 21, 13, 5));
            model.sql("insert into thing (date_time) values ('yesterday')");
            assertThatThrownBy(() -> model.ask(Thing.class, "from Thing"))
                    .hasMessageContaining("The database contains 'yesterday'");
        }
    }
}
