package ormlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.UUID;
import ormlab.config.ConnectionSettings;
import ormlab.error.OrmlabException;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** The queries that {@link Database#rows} accepts, and that none of them changes anything. */
class DirectRowsTest {
    @Entity
    @Table(name = "events")
    static class Event {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private LocalDateTime clock;
        private LocalDate day;
        private LocalTime time;
        private Instant moment;
        private BigDecimal price;
        private UUID code;
        private String note;
        private Year year;
        private Calendar calendar;
    }

    private static Database withEvent(TestDatabase kind) {
        // With one connection, every query would see what an earlier one left behind.
        Database db =
                Database.open(kind.freshUrl(), ConnectionSettings.defaults().poolSize(1))
                        .models(Event.class);
        db.createAll();
        Event event = new Event();
        event.clock = LocalDateTime.of(2026, 11, 30, 2, 30, 0, 5_000);
        event.day = LocalDate.of(2026, 11, 30);
        event.time = LocalTime.of(2, 30);
        event.moment = Instant.parse("2026-11-30T02:30:00.000005Z");
        event.price = new BigDecimal("9.50");
        event.code = UUID.fromString("12345678-1234-1234-1234-123456789012");
        event.note = "delete from x; -- it's";
        event.year = Year.of(2026);
        event.calendar = new GregorianCalendar(2026, Calendar.NOVEMBER, 30);
        db.session().add(event);
        db.session().commit();
        db.closeSession();
        return db;
    }

    private static void requireFound(Database db, String column, Object value) {
        assertThat(db.rows("select id from events where " + column + " = ?", value).values())
                .as("%s = %s", column, value)
                .hasSize(1);
    }

    @OnEveryDatabase
    void values_are_bound_as_attributes_are(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            requireFound(db, "clock", LocalDateTime.of(2026, 11, 30, 2, 30, 0, 5_000));
            requireFound(db, "day", LocalDate.of(2026, 11, 30));
            requireFound(db, "time", LocalTime.of(2, 30));
            requireFound(db, "moment", Instant.parse("2026-11-30T02:30:00.000005Z"));
            requireFound(db, "price", new BigDecimal("9.5"));
            requireFound(db, "code", UUID.fromString("12345678-1234-1234-1234-123456789012"));
            requireFound(db, "note", "delete from x; -- it's");
            requireFound(db, "year", Year.of(2026));
            requireFound(db, "calendar", new GregorianCalendar(2026, Calendar.NOVEMBER, 30));
            assertThat(db.rows("select 1 where cast(? as integer) is null", (Object) null).values())
                    .hasSize(1);
        }
    }

    @OnEveryDatabase
    void values_are_bound_the_same_without_models(TestDatabase kind) {
        if (kind == TestDatabase.SQLITE_MEMORY) {
            return; // it would be a different database
        }
        try (Database db = withEvent(kind);
                Database bare = Database.open(kind.freshUrl())) {
            String sql = "select cast(? as varchar(40))";
            LocalDateTime clock = LocalDateTime.of(2026, 11, 30, 2, 30);
            assertThat(bare.rows(sql, clock).values()).isEqualTo(db.rows(sql, clock).values());
        }
    }

    @OnEveryDatabase
    void a_query_may_contain_words_such_as_update(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            assertThat(
                            db.rows(
                                            "with x as (select 'a' as a) select replace(a, 'a', 'delete') from x")
                                    .values())
                    .hasToString("[[delete]]");
            assertThat(db.rows("select 'insert; delete' -- update;\n;").values()).hasSize(1);
        }
    }

    @OnEveryDatabase
    void a_query_cannot_write(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            String delete =
                    kind == TestDatabase.POSTGRESQL
                            ? "with gone as (delete from events returning id) select * from gone"
                            : "with x as (select 1) delete from events returning id";
            assertThatThrownBy(() -> db.rows(delete))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "rows(…) only reads, and '%s' writes. Write through a session."
                                    .formatted(delete));
            assertThatThrownBy(() -> db.rows("delete from events"))
                    .hasMessage(
                            "rows(…) only reads, and 'delete from events' is not a query. Write"
                                    + " through a session.");
            if (kind == TestDatabase.POSTGRESQL) {
                assertThatThrownBy(() -> db.rows("explain analyze delete from events"))
                        .hasMessageContaining("writes. Write through a session.");
                db.rows("select set_config('statement_timeout', '5', false)");
                assertThat(db.rows("show statement_timeout").values()).hasToString("[[0]]");
                assertThatThrownBy(() -> db.rows("select pg_advisory_lock(1)"))
                        .hasMessageContaining("changes its connection");
            } else {
                assertThatThrownBy(() -> db.rows("pragma foreign_keys = off"))
                        .hasMessage(
                                "rows(…) only reads, and 'pragma foreign_keys = off' changes its"
                                        + " connection, which other code uses after it. Set up"
                                        + " connections with ConnectionSettings.onConnect(…).");
                assertThatThrownBy(() -> db.rows("pragma main.cache_size(7)"))
                        .hasMessageContaining("changes its connection");
                assertThat(db.rows("pragma foreign_keys").values()).hasToString("[[1]]");
                assertThat(db.rows("pragma table_info('events')").values()).hasSize(10);
            }
            assertThat(db.rows("select count(*) from events").values()).hasToString("[[1]]");
            db.session().add(new Event());
            db.session().commit();
            assertThat(db.query(Event.class).count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void a_second_statement_is_refused(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            String two = "select 1; create table t (i int)";
            assertThatThrownBy(() -> db.rows(two))
                    .hasMessage(
                            "rows(…) runs one statement, and '%s' holds 2. Call it once for each."
                                    .formatted(two));
        }
    }

    @OnEveryDatabase
    void each_placeholder_needs_one_value(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            assertThatThrownBy(() -> db.rows("select 1", "x"))
                    .hasMessage(
                            "'select 1' has 0 placeholders, and rows(…) got 1 value. Pass one value"
                                    + " for each ?.");
            assertThatThrownBy(() -> db.rows("select id from events where id = ?"))
                    .hasMessageContaining("has 1 placeholder, and rows(…) got 0 values.");
            assertThat(db.trace(() -> db.rows("select id from events where id = ?", 1)).text())
                    .contains("1");
        }
    }

    @OnEveryDatabase
    void a_closed_database_says_so(TestDatabase kind) {
        Database db = withEvent(kind);
        db.close();
        String closed = "This database is closed. Open it again: Database.open(…), then models(…).";
        assertThatThrownBy(() -> db.rows("select 1")).hasMessage(closed);
        assertThatThrownBy(db::tables).hasMessage(closed);
        assertThatThrownBy(() -> db.models(Event.class)).hasMessage(closed);
        assertThatThrownBy(db::session).hasMessage(closed);
        assertThatThrownBy(() -> db.migrations().migrate()).hasMessage(closed);
    }

    @OnEveryDatabase
    void registering_models_again_does_not_discard_changes(TestDatabase kind) {
        try (Database db = withEvent(kind)) {
            db.session().add(new Event());
            assertThatThrownBy(() -> db.models(Event.class))
                    .hasMessageStartingWith("This thread's session holds uncommitted changes: [")
                    .hasMessageContaining("Before naming the classes again, keep them with");
            db.session().commit();
            assertThat(db.models(Event.class).query(Event.class).count()).isEqualTo(2);
        }
    }
}
