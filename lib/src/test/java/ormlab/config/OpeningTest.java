package ormlab.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.TestDatabase;

class OpeningTest {
    @TempDir Path folder;

    @Test
    void a_missing_folder_is_named() {
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> Database.open("sqlite:///" + missing.resolve("x.db")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(
                        "the folder '"
                                + missing
                                + "' does not exist. Create it, or correct the path");
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_closed_database_says_so() {
        Database db = Database.open("sqlite://").models(Role.class, User.class);
        db.close();
        db.close();
        assertThatThrownBy(db::session)
                .hasMessage(
                        "This database is closed. Open it again: Database.open(…), then models(…).");
    }

    @Test
    void a_folder_is_refused_as_a_database() {
        assertThatThrownBy(() -> Database.open("sqlite:///" + folder))
                .hasMessageContaining("'" + folder + "' is a folder. Name a file in it:");
    }

    @Test
    void a_file_of_another_kind_is_not_changed() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear database");
        assertThatThrownBy(() -> Database.open("sqlite:///" + letter))
                .hasMessageContaining("the file '" + letter + "' is not a SQLite database")
                .hasMessageContaining("It was left as it is. Choose another name.");
        assertThat(letter).hasContent("Dear database");
    }

    @Test
    void a_pipe_is_not_opened() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> Database.open("sqlite:///" + pipe))
                .hasMessageContaining(
                        "'"
                                + pipe
                                + "' is a pipe or a device and not a file. Choose another name.");
    }

    @Test
    void a_deleted_or_replaced_file_is_not_written_to() throws IOException {
        String url = "sqlite:///" + folder.resolve("x.db");
        try (Database db = Database.open(url).models(Role.class, User.class)) {
            db.createAll();
            Files.delete(folder.resolve("x.db"));
            for (int i = 0; i < 2; i++) {
                db.session().add(new Role("Observer"));
                assertThatThrownBy(() -> db.session().commit())
                        .hasMessageContaining(
                                "The database file was deleted or replaced after it was opened;"
                                        + " nothing was written. Put it back, or open the database"
                                        + " again: Database.open(…).");
                db.session().rollback();
                Files.writeString(folder.resolve("x.db"), "");
            }
        }
    }

    @Test
    void a_damaged_database_is_refused_with_a_clear_message() throws IOException {
        Path broken =
                Files.writeString(
                        folder.resolve("broken.db"), "SQLite format 3\0" + "x".repeat(5000));
        assertThatThrownBy(
                        () ->
                                Database.open("sqlite:///" + broken)
                                        .rows("select * from sqlite_master"))
                .isInstanceOf(OrmlabException.class);
    }

    @Test
    void a_server_that_does_not_answer_is_reported_without_the_password() {
        assertThatThrownBy(() -> Database.open("postgresql://me:secret@localhost:1/shop"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("No connection to postgresql://me:***@localhost:1/shop: ")
                .hasMessageEndingWith(
                        "Check that a server is running there, and that host and port are right.")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_missing_database_or_user_is_named_with_what_to_do() {
        String url = TestDatabase.POSTGRESQL.freshUrl();
        assertThatThrownBy(() -> Database.open(url.replace("/postgres?", "/nosuch?")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("\"nosuch\" does not exist. Create the database first");
        assertThatThrownBy(() -> Database.open(url.replace("user=postgres", "user=nobody")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageEndingWith(
                        "\"nobody\" does not exist. Check the user and the password.");
    }

    @Test
    void sqlite_enforces_foreign_keys_and_keeps_a_write_ahead_log() {
        try (Database db = Database.open("sqlite:///" + folder.resolve("x.db"))) {
            assertThat(db.rows("pragma foreign_keys").values()).hasToString("[[1]]");
            assertThat(db.rows("pragma journal_mode").values()).hasToString("[[wal]]");
        }
    }

    @Test
    void all_threads_share_a_database_in_memory() throws InterruptedException {
        try (Database db = Database.open("sqlite://").models(Role.class, User.class)) {
            db.createAll();
            Thread other =
                    new Thread(
                            () -> {
                                db.session().add(new Role("Observer"));
                                db.session().commit();
                                db.closeSession();
                            });
            other.start();
            other.join();
            assertThat(db.query(Role.class).count()).isEqualTo(1);
        }
    }

    @Test
    void two_databases_in_memory_are_separate() {
        try (Database one = Database.open("sqlite://").models(Role.class, User.class);
                Database two = Database.open("sqlite://").models(Role.class, User.class)) {
            one.createAll();
            two.createAll();
            one.session().add(new Role("Observer"));
            one.session().commit();
            assertThat(two.query(Role.class).count()).isZero();
        }
    }

    @Test
    void a_hook_runs_on_each_new_connection() {
        ConnectionSettings settings =
                ConnectionSettings.defaults()
                        .onConnect(ConnectionHook.sql("pragma cache_size = -4321"));
        try (Database db = Database.open("sqlite:///" + folder.resolve("x.db"), settings)) {
            assertThat(db.rows("pragma cache_size").values()).hasToString("[[-4321]]");
        }
    }

    @Test
    void a_failing_hook_is_reported_when_the_database_is_opened() {
        ConnectionSettings settings =
                ConnectionSettings.defaults().onConnect(ConnectionHook.sql("selec 1"));
        assertThatThrownBy(() -> Database.open("sqlite:///" + folder.resolve("x.db"), settings))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("selec");
    }

    @Test
    void extensions_are_loaded_on_request_only() {
        String url = "sqlite:///" + folder.resolve("x.db");
        try (Database db = Database.open(url)) {
            assertThatThrownBy(() -> db.rows("select load_extension('nosuch')"))
                    .hasMessageContaining("not authorized");
        }
        assertThatThrownBy(
                        () ->
                                Database.open(
                                        url, ConnectionSettings.defaults().loadExtension("nosuch")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("nosuch");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> ConnectionSettings.defaults().poolSize(0))
                .hasMessage("poolSize must be at least 1, not 0.");
        assertThatThrownBy(() -> ConnectionSettings.defaults().poolMillis(10))
                .hasMessage("poolMillis must be at least 250, not 10.");
    }

    @Test
    void the_environment_comes_before_the_env_file() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                "# a comment\nexport DATABASE_URL='sqlite:///from_file.db'\n");
        assertThat(
                        Environment.of(Map.of("DATABASE_URL", "sqlite:///from_env.db"), folder)
                                .get("DATABASE_URL"))
                .contains("sqlite:///from_env.db");
        assertThat(Environment.of(Map.of("DATABASE_URL", " "), folder).get("DATABASE_URL"))
                .contains("sqlite:///from_file.db");
        assertThat(Environment.of(Map.of(), folder).get("SECRET_KEY")).isEmpty();
    }

    @Test
    void an_invalid_line_of_the_env_file_is_reported_but_not_shown() throws IOException {
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=x\nsecret-without-name\n");
        assertThatThrownBy(() -> Environment.of(Map.of(), folder).get("DATABASE_URL"))
                .hasMessageStartingWith("Line 2 of ")
                .hasMessageContaining("is not of the form NAME=value")
                .hasMessageNotContaining("secret-without-name");
    }

    @Test
    void replicas_come_from_the_environment_or_from_a_dot_env_file() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                "DATABASE_REPLICA_URL=postgresql://two/shop,postgresql://three/shop\n");
        Environment file = Environment.of(Map.of(), folder);
        assertThat(ConnectionSettings.of(file).replicas())
                .extracting(DatabaseUrl::toString)
                .containsExactly("postgresql://two/shop", "postgresql://three/shop");
        Environment variable =
                Environment.of(
                        Map.of("DATABASE_REPLICA_URL", "postgresql://anna:secret@one/shop"),
                        folder);
        String primary = TestDatabase.POSTGRESQL.freshUrl();
        try (Database db = Database.open(primary, ConnectionSettings.of(variable))) {
            assertThat(db.toString()).endsWith(", replica postgresql://anna:***@one/shop>");
        }
        Environment none = Environment.of(Map.of("DATABASE_REPLICA_URL", " "), folder.resolve("x"));
        assertThat(ConnectionSettings.of(none).replicas()).isEmpty();
    }
}
