package ormlab.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.hibernate.JDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.dialect.HibernateSettings;
import ormlab.testing.MappedModel;
import ormlab.testing.TestDatabase;

class SqliteFaultsTest {
    @Entity
    @Table(name = "notes")
    static class Note {
        @Id Integer id;

        @Column(length = 1_000_000_000)
        String text;

        Note() {}

        Note(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    private static Throwable writing(MappedModel model, Note note) {
        Throwable raised = catchThrowable(() -> model.write(session -> session.persist(note)));
        // Hibernate's commit and flush may wrap the dialect's exception.
        return raised.getCause() instanceof JDBCException cause ? cause : raised;
    }

    @Test
    void a_lock_held_elsewhere_is_named_with_the_time_waited() throws SQLException {
        Map<String, Object> settings = Map.of(HibernateSettings.BUSY_TIMEOUT_MILLIS, 50);
        String url = TestDatabase.SQLITE.jdbcUrl();
        try (MappedModel model = MappedModel.of(url, settings, Note.class);
                Connection other = DriverManager.getConnection(url);
                Statement holding = other.createStatement()) {
            model.createTables();
            model.read(
                    session ->
                            session.createNativeQuery("pragma busy_timeout = 50", Integer.class)
                                    .getSingleResult());
            holding.execute("begin immediate");

            assertThat(writing(model, new Note(1, "a")))
                    .isInstanceOf(LockAcquisitionException.class)
                    .hasMessage(
                            "The database is locked by another connection; waited 50 ms. Commit or"
                                    + " roll back there, then try again.");
            holding.execute("rollback");
        }
    }

    @Test
    void a_read_only_file_is_named() {
        try (MappedModel model = TestDatabase.SQLITE.create(Note.class)) {
            model.read(
                    session ->
                            session.createNativeMutationQuery("pragma query_only = on")
                                    .executeUpdate());
            assertThat(writing(model, new Note(1, "a")))
                    .isInstanceOf(JDBCConnectionException.class)
                    .hasMessage("The database is read-only; nothing was written.");
        }
    }

    @Test
    void a_full_disk_is_named() {
        try (MappedModel model = TestDatabase.SQLITE.create(Note.class)) {
            model.read(
                    session ->
                            session.createNativeQuery("pragma max_page_count = 5", Integer.class)
                                    .getSingleResult());
            assertThat(writing(model, new Note(1, "a".repeat(100_000))))
                    .isInstanceOf(JDBCConnectionException.class)
                    .hasMessage("The disk is full; nothing was written.");
        }
    }

    @Test
    void a_file_that_is_not_a_database_is_named(@TempDir Path folder) throws Exception {
        Path diary = folder.resolve("diary.txt");
        Files.writeString(diary, "Dear diary, today I wrote no database at all. ".repeat(100));
        String url = "jdbc:sqlite:" + diary + "?foreign_keys=true&synchronous=OFF";
        assertThatThrownBy(() -> MappedModel.of(url, Map.of(), Note.class))
                .hasCauseInstanceOf(JDBCConnectionException.class)
                .hasRootCauseInstanceOf(SQLException.class)
                .cause()
                .hasMessage("The file is not a SQLite database.");
    }

    @Test
    void a_table_that_lacks_a_column_is_named() {
        try (MappedModel model = TestDatabase.SQLITE.map(Note.class)) {
            model.sql("create table notes (id integer primary key)");
            assertThatThrownBy(() -> model.ask(Note.class, "from Note"))
                    .hasMessage(
                            "Column 'text' does not exist in table 'notes'. The model has it: the"
                                    + " table is older than the class.");
        }
    }

    @Test
    void a_missing_function_for_regular_expressions_is_named() {
        try (MappedModel model = TestDatabase.SQLITE.create(Note.class)) {
            model.write(session -> session.persist(new Note(1, "a")));
            for (String condition :
                    new String[] {"text like regexp 'a'", "regexp_like(text, 'A', 'i')"}) {
                assertThatThrownBy(() -> model.ask(Note.class, "from Note where " + condition))
                        .hasMessage(
                                "SQLite has no built-in regular expressions. Use 'like', or add a"
                                        + " function 'regexp' to each connection.");
            }
        }
    }
}
