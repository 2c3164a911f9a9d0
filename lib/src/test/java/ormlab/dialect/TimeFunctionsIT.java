package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.TimeZone;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Each function returns the same on both databases. */
class TimeFunctionsIT {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 21, 13, 5, 7, 123_456_000);

    private MappedModel model(TestDatabase database) {
        MappedModel model = database.create(Thing.class);
        model.sql("delete from thing");
        Thing.stored(
                model,
                thing -> {
                    thing.date = TIME.toLocalDate();
                    thing.time = TIME.toLocalTime();
                    thing.dateTime = TIME;
                    thing.moment = TIME.toInstant(ZoneOffset.UTC);
                    thing.zoned = TIME.atZone(ZoneOffset.ofHours(5));
                });
        return model;
    }

    @OnSqliteAndPostgres
    void fields_are_extracted(TestDatabase database) {
        try (MappedModel model = model(database)) {
            String query =
                    "select extract(year from %1$s), extract(quarter from %1$s), extract(month from"
                            + " %1$s), extract(week from %1$s), extract(day from %1$s),"
                            + " extract(day of week from %1$s), extract(day of year from %1$s)"
                            + " from Thing";
            for (String column : new String[] {"date", "dateTime", "moment"}) {
                assertThat(model.askOne(Object[].class, query.formatted(column)))
                        .as(column)
                        .containsExactly(2026, 4, 11, 47, 21, 7, 325);
            }
            String clock =
                    "select extract(hour from %1$s), extract(minute from %1$s), extract(second from"
                            + " %1$s) from Thing";
            for (String column : new String[] {"time", "dateTime", "moment"}) {
                Object[] row = model.askOne(Object[].class, clock.formatted(column));
                assertThat(row[0]).as(column).isEqualTo(13);
                assertThat(row[1]).as(column).isEqualTo(5);
                assertThat(row[2]).as(column).isEqualTo(7.123456f);
            }
            assertThat(model.askOne(Integer.class, "select day(dateTime) from Thing"))
                    .isEqualTo(21);
            assertThat(model.askOne(Integer.class, "select hour(zoned) from Thing")).isEqualTo(8);
            assertThat(model.askOne(Object.class, "select extract(epoch from moment) from Thing"))
                    .isEqualTo(TIME.toEpochSecond(ZoneOffset.UTC));
            assertThat(model.ask(Long.class, "select id from Thing where year(date) = 2026"))
                    .hasSize(1);
        }
    }

    @OnSqliteAndPostgres
    void dates_and_times_are_cut_out_of_timestamps(TestDatabase database) {
        try (MappedModel model = model(database)) {
            assertThat(
                            model.askOne(
                                    LocalDate.class,
                                    "select extract(date from dateTime) from Thing"))
                    .isEqualTo(TIME.toLocalDate());
            assertThat(
                            model.askOne(
                                    LocalTime.class,
                                    "select extract(time from dateTime) from Thing"))
                    .isEqualTo(TIME.toLocalTime());
            assertThat(
                            model.askOne(
                                    LocalDate.class,
                                    "select cast(dateTime as LocalDate) from Thing"))
                    .isEqualTo(TIME.toLocalDate());
            assertThat(
                            model.askOne(
                                    LocalDateTime.class,
                                    "select cast(date as LocalDateTime) from Thing"))
                    .isEqualTo(TIME.toLocalDate().atStartOfDay());
            assertThat(
                            model.askOne(
                                    LocalDateTime.class,
                                    "select truncate(dateTime, hour) from Thing"))
                    .isEqualTo(TIME.truncatedTo(ChronoUnit.HOURS));
            assertThat(
                            model.askOne(
                                    LocalDateTime.class,
                                    "select truncate(dateTime, month) from Thing"))
                    .isEqualTo(LocalDateTime.of(2026, 11, 1, 0, 0));
        }
    }

    @OnSqliteAndPostgres
    void durations_are_added_to_times(TestDatabase database) {
        try (MappedModel model = model(database)) {
            String query = "select %s from Thing";
            Object[][] cases = {
                {"dateTime + 1 second", TIME.plusSeconds(1)},
                {"dateTime + 1.5 second", TIME.plusSeconds(1).plusNanos(500_000_000)},
                {"dateTime - 90 minute", TIME.minusMinutes(90)},
                {"dateTime + 30 hour", TIME.plusHours(30)},
                {"dateTime + 10 day", TIME.plusDays(10)},
                {"dateTime - 2 week", TIME.minusWeeks(2)},
                {"dateTime + 3 month", TIME.plusMonths(3)},
                {"dateTime + 1 quarter", TIME.plusMonths(3)},
                {"dateTime - 100 year", TIME.minusYears(100)},
                {"dateTime - 60 year - 1 second", TIME.minusYears(60).minusSeconds(1)},
                {"dateTime + 5000 nanosecond", TIME.plusNanos(5000)},
            };
            for (Object[] each : cases) {
                assertThat(model.askOne(LocalDateTime.class, query.formatted(each[0])))
                        .as((String) each[0])
                        .isEqualTo(each[1]);
            }
            assertThat(model.askOne(LocalDate.class, "select date + 1 month - 1 day from Thing"))
                    .isEqualTo(LocalDate.of(2026, 12, 20));
            assertThat(model.askOne(Instant.class, "select moment + 1 day from Thing"))
                    .isEqualTo(TIME.plusDays(1).toInstant(ZoneOffset.UTC));
        }
    }

    @OnSqliteAndPostgres
    void a_month_after_the_last_day_is_the_last_day(TestDatabase database) {
        try (MappedModel model = model(database)) {
            assertThat(
                            model.askOne(
                                    LocalDateTime.class,
                                    "select datetime 2024-01-31 10:00:00 + 1 month from Thing"))
                    .isEqualTo(LocalDateTime.of(2024, 2, 29, 10, 0));
        }
    }

    @OnSqliteAndPostgres
    void differences_are_counted_in_whole_units(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Object[][] cases = {
                {"year", "2024-11-21 13:05:08", 1L},
                {"year", "2024-11-21 13:05:07", 2L},
                {"month", "2026-09-22 00:00:00", 1L},
                {"month", "2026-09-21 00:00:00", 2L},
                {"quarter", "2025-11-22 00:00:00", 3L},
                {"week", "2026-11-01 00:00:00", 2L},
                {"day", "2026-11-20 13:05:08", 0L},
                {"day", "2026-11-19 13:05:07", 2L},
                {"hour", "2026-11-21 10:06:00", 2L},
                {"minute", "2026-11-21 13:00:00", 5L},
            };
            for (Object[] each : cases) {
                String query =
                        "select timestampdiff(%s, datetime %s, dateTime) from Thing"
                                .formatted(each);
                assertThat(model.askOne(Long.class, query)).as(query).isEqualTo(each[2]);
                String back =
                        "select timestampdiff(%s, dateTime, datetime %s) from Thing"
                                .formatted(each);
                assertThat(model.askOne(Long.class, back)).as(back).isEqualTo(-(Long) each[2]);
            }
            assertThat(
                            model.askOne(
                                    Long.class,
                                    "select timestampdiff(day, date 2026-10-31, date) from Thing"))
                    .isEqualTo(21);
            assertThat(
                            model.askOne(
                                    Double.class,
                                    "select timestampdiff(second, datetime 2026-11-21 13:05:00,"
                                            + " dateTime) from Thing"))
                    .isEqualTo(7.123456);
            assertThat(
                            model.askOne(
                                    Duration.class,
                                    "select dateTime - datetime 2026-11-21 13:05:00 from Thing"))
                    .isEqualTo(Duration.ofSeconds(7, 123_456_000));
        }
    }

    @OnSqliteAndPostgres
    void literals_and_binds_compare_with_columns(TestDatabase database) {
        try (MappedModel model = model(database)) {
            for (String condition :
                    new String[] {
                        "dateTime = datetime 2026-11-21 13:05:07.123456",
                        "dateTime > datetime 2026-11-21 13:05:07",
                        "dateTime < datetime 2026-11-21 13:05:08",
                        "dateTime between datetime 2026-11-21 00:00:00 and datetime 2026-11-22"
                                + " 00:00:00",
                        "date = date 2026-11-21",
                        "date < date 2026-12-01",
                        "time > time 13:05:07",
                        "moment = offset datetime 2026-11-21 15:05:07.123456 +02:00",
                        "date = {d '2026-11-21'}",
                    }) {
                assertThat(model.ask(Long.class, "select id from Thing where " + condition))
                        .as(condition)
                        .hasSize(1);
            }
            assertThat(
                            model.ask(
                                    Long.class,
                                    "select id from Thing where dateTime = ?1 and moment = ?2 and"
                                            + " date = ?3 and time = ?4",
                                    TIME,
                                    TIME.toInstant(ZoneOffset.UTC),
                                    TIME.toLocalDate(),
                                    TIME.toLocalTime()))
                    .hasSize(1);
        }
    }

    @OnSqliteAndPostgres
    void the_clock_of_the_database_compares_with_columns(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Instant before = Instant.now().minusSeconds(1);
            Instant now = model.askOne(Instant.class, "select moment from Thing");
            assertThat(now).isNotNull();
            assertThat(model.askOne(OffsetDateTime.class, "select offset datetime from Thing"))
                    .isBetween(
                            before.atOffset(ZoneOffset.UTC),
                            Instant.now().plusSeconds(1).atOffset(ZoneOffset.UTC));
            model.sql("delete from thing");
            Thing.stored(
                    model,
                    thing -> {
                        thing.moment = Instant.now().minusSeconds(5);
                        thing.dateTime = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(5);
                        thing.date = LocalDate.now(ZoneOffset.UTC);
                    });
            assertThat(
                            model.ask(
                                    Long.class,
                                    "select id from Thing where moment < offset"
                                            + " datetime and moment > offset datetime - 20"
                                            + " second"))
                    .hasSize(1);
            assertThat(
                            model.ask(
                                    Long.class,
                                    "select id from Thing where dateTime < local"
                                            + " datetime and dateTime > local datetime - 20"
                                            + " second"))
                    .hasSize(1);
            assertThat(
                            model.ask(
                                    Long.class,
                                    "select id from Thing where date = local date and"
                                            + " date = current_date"))
                    .hasSize(1);
        }
    }

    @OnSqliteAndPostgres
    void times_are_formatted(TestDatabase database) {
        try (MappedModel model = model(database)) {
            assertThat(
                            model.askOne(
                                    String.class,
                                    "select format(dateTime as 'dd.MM.yyyy HH:mm:ss') from Thing"))
                    .isEqualTo("21.11.2026 13:05:07");
        }
    }

    @OnSqliteAndPostgres
    void the_earliest_and_the_latest_are_found(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Thing.stored(model, thing -> thing.dateTime = TIME.minusNanos(1000));
            assertThat(
                            model.askOne(
                                    Object[].class,
                                    "select min(dateTime), max(dateTime) from Thing"))
                    .containsExactly(TIME.minusNanos(1000), TIME);
            assertThat(
                            model.ask(
                                    LocalDateTime.class,
                                    "select dateTime from Thing order by dateTime"))
                    .containsExactly(TIME.minusNanos(1000), TIME);
        }
    }

    @OnSqliteAndPostgres
    void a_turkish_locale_in_new_york_gets_the_same_results(TestDatabase database) {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            fields_are_extracted(database);
            times_are_moved_by_minutes(database);
            the_clock_of_the_database_compares_with_columns(database);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    private void times_are_moved_by_minutes(TestDatabase database) {
        try (MappedModel model = model(database)) {
            assertThat(model.askOne(LocalDateTime.class, "select dateTime - 90 minute from Thing"))
                    .isEqualTo(TIME.minusMinutes(90));
        }
    }
}
