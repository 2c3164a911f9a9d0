package ormlab.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import ormlab.Database;
import ormlab.migrate.Migrations;
import ormlab.naming.Naming;

/** A running Spring Boot application with the settings from the documentation. */
class SpringBootIT {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

    @TempDir static Path home;
    private static ConfigurableApplicationContext application;

    @SpringBootApplication
    @EnableJpaRepositories(considerNestedRepositories = true)
    static class NotesApplication {}

    @Entity(name = "HTTPServer")
    static class HTTPServer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String hostName;
    }

    @Entity(name = "Note")
    @Table(name = "ServerNotes")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String text;

        Instant writtenAt;

        @ManyToOne(fetch = FetchType.LAZY)
        HTTPServer server;
    }

    interface Servers extends JpaRepository<HTTPServer, Long> {}

    interface Notes extends JpaRepository<Note, Long> {
        long countByTextStartingWith(String text);
    }

    @BeforeAll
    static void migrate_and_start() throws IOException {
        String file = home.resolve("notes.sqlite").toString();
        try (Database db =
                Database.open("sqlite:///" + file)
                        .naming(Naming.spring())
                        .models(HTTPServer.class, Note.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("servers and notes");
            migrations.upgrade();
        }
        Path settings = home.resolve("application.properties");
        Files.writeString(settings, documented().replace("notes.sqlite", file));
        application =
                SpringApplication.run(
                        NotesApplication.class,
                        "--spring.main.banner-mode=off",
                        "--spring.config.location=" + settings.toUri());
    }

    private static String documented() throws IOException {
        Matcher settings =
                Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("../docs/sqlite.md")));
        assertThat(settings.find()).isTrue();
        return settings.group(1);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_repository_saves_and_reads() {
        HTTPServer server = new HTTPServer();
        server.hostName = "one";
        application.getBean(Servers.class).save(server);
        Note note = new Note();
        note.text = "Up";
        note.writtenAt = NOON;
        note.server = server;
        Notes notes = application.getBean(Notes.class);
        notes.save(note);

        assertThat(notes.findById(note.id).orElseThrow().writtenAt).isEqualTo(NOON);
        assertThat(notes.countByTextStartingWith("U")).isEqualTo(1);
        assertThat(notes.countByTextStartingWith("u")).isZero();
        assertThat(
                        application
                                .getBean(JdbcTemplate.class)
                                .queryForObject(
                                        "select written_at from server_notes", String.class))
                .isEqualTo("2026-11-21 12:00:00.123456");
    }

    @Test
    void foreign_keys_are_on() {
        HTTPServer unknown = new HTTPServer();
        unknown.id = 99L;
        Note note = new Note();
        note.text = "Lost";
        note.server = unknown;
        assertThatThrownBy(() -> application.getBean(Notes.class).save(note))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("httpserver");
        assertThat(application.getBean(Notes.class).countByTextStartingWith("Lost")).isZero();
    }
}
