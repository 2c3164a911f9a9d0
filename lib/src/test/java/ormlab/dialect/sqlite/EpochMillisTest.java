package ormlab.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import ormlab.dialect.HibernateSettings;
import ormlab.dialect.UnstorableValue;
import ormlab.testing.MappedModel;
import ormlab.testing.TestDatabase;

/** Rows whose dates and times were written by the JDBC driver or Hibernate's own dialect. */
class EpochMillisTest {
    private static final Instant MOMENT = Instant.parse("2026-07-20T20:17:40.123Z");

    @Entity(name = "Note")
    static class Note {
        @Id Integer id;

        Instant created;
        LocalDateTime noted;
        LocalDate day;
        LocalTime clock;

        java.util.Date old;
    }

    private static MappedModel written(Map<String, Object> settings) {
        LocalDateTime local = LocalDateTime.ofInstant(MOMENT, ZoneId.systemDefault());
        MappedModel model = TestDatabase.SQLITE.mapWith(settings, Note.class);
        model.createTables();
        model.onConnection(
                connection -> {
                    String insert =
                            "insert into note (id, created, noted, day, clock, old) values (1, ?,"
                                    + " ?, ?, ?, ?)";
                    try (PreparedStatement statement = connection.prepareStatement(insert)) {
                        Timestamp timestamp = Timestamp.from(MOMENT);
                        statement.setTimestamp(1, timestamp);
                        statement.setTimestamp(2, timestamp);
                        statement.setDate(3, Date.valueOf(local.toLocalDate()));
                        statement.setTime(4, Time.valueOf(local.toLocalTime()));
                        statement.setTimestamp(5, timestamp);
                        return statement.executeUpdate();
                    }
                });
        return model;
    }

    private static void assertRead(MappedModel model) {
        LocalDateTime local = LocalDateTime.ofInstant(MOMENT, ZoneId.systemDefault());
        Note note = model.read(session -> session.find(Note.class, 1));
        assertThat(note.created).isEqualTo(MOMENT);
        assertThat(note.noted).isEqualTo(local);
        assertThat(note.day).isEqualTo(local.toLocalDate());
        assertThat(note.clock).isEqualTo(local.toLocalTime().withNano(0));
        assertThat(note.old.toInstant()).isEqualTo(MOMENT);
    }

    @Test
    void a_setting_makes_them_readable() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/New_York", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Map<String, Object> settings = Map.of(HibernateSettings.READ_EPOCH_MILLIS, "true");
                try (MappedModel model = written(settings)) {
                    assertRead(model);
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void without_the_setting_they_are_refused_with_advice() {
        try (MappedModel model = written(Map.of())) {
            assertThatThrownBy(() -> model.ask(Instant.class, "select created from Note"))
                    .isInstanceOf(UnstorableValue.class)
                    .hasMessage(
                            "The database contains '1784578660123' where a date or time is"
                                    + " expected, written like 2026-11-21 13:05:07.123456. If it"
                                    + " means milliseconds since 1970, set"
                                    + " ormlab.sqlite.read_epoch_millis to true, or convert the"
                                    + " column.");
        }
    }

    @Test
    void the_statements_in_the_manual_convert_them() throws Exception {
        List<String> statements =
                String.join("", Manual.blocks("sql"))
                        .replace("update notes", "update note")
                        .lines()
                        .toList();
        assertThat(statements).hasSize(4);
        try (MappedModel model = written(Map.of())) {
            model.sql(statements.get(0));
            model.sql(statements.get(0).replace("created", "old"));
            model.sql(statements.get(1));
            model.sql(statements.get(2));
            model.sql(statements.get(3));
            assertThat(
                            model.rows(
                                    "select created, length(noted), length(day), length(clock) from note"))
                    .containsExactly("2026-07-20 20:17:40.123000|26|10|15");
            assertRead(model);
        }
    }
}
