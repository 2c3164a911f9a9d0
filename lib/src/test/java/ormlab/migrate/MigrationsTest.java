package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.Database;
import ormlab.migrate.history.MigrationRefused;
import ormlab.migrate.history.MigrationRefused.Reason;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** The commands, with the models of the tour. */
class MigrationsTest {
    @TempDir Path home;

    @Entity
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String name;

        protected Tag() {}

        Tag(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "<Tag '" + name + "'>";
        }
    }

    private Migrations of(Database db) {
        return db.migrations(home.resolve("migrations").toString());
    }

    private String path(String name) {
        return home.resolve("migrations").resolve(name).toString().replace('\\', '/');
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("migrations"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static MigrationRefused refused(Runnable work) {
        return catchThrowableOfType(MigrationRefused.class, work::run);
    }

    @OnEveryDatabase
    void tables_are_created_and_dropped_again(TestDatabase kind) throws IOException {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
            Migrations migrations = of(db);
            migrations.init();
            NewMigration first = migrations.migrate("initial migration");
            assertThat(first)
                    .hasToString(
                            "Detected added table 'roles'\n"
                                    + "Detected added table 'users'\n"
                                    + "Wrote "
                                    + path("V1__initial_migration.sql")
                                    + " and "
                                    + path("U1__initial_migration.sql"));
            assertThat(files())
                    .containsExactly(
                            "README.md", "U1__initial_migration.sql", "V1__initial_migration.sql");
            assertThat(migrations.upgrade())
                    .hasToString("Running upgrade <base> -> 1, initial migration");
            assertThat(migrations.current()).hasToString("1 (head)");
            assertThat(migrations.check().isOk()).isTrue();
            db.session().add(new User("fred", null));
            db.session().commit();

            assertThat(migrations.migrate("nothing"))
                    .hasToString("No difference: all 2 tables in the database match the models.");
            assertThat(migrations.history())
                    .hasToString(
                            "<base> -> 1, initial migration (applied) <- the database is here");
            assertThat(migrations.downgrade())
                    .hasToString("Running downgrade 1 -> <base>, initial migration");
            assertThat(db.connectionsInUse()).isZero();
            migrations.upgrade();
            assertThat(db.query(User.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void a_bad_migration_can_be_deleted_and_created_again(TestDatabase kind) throws IOException {
        try (Database db = Database.open(kind.freshUrl()).models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            migrations.migrate("bad");
            assertThat(refused(() -> migrations.migrate("again")))
                    .hasMessage(
                            "The database is not up to date: V1__bad.sql has not run yet. Call"
                                    + " upgrade() first, because the models are compared with the"
                                    + " database as it is; or delete the file, and the U… next to"
                                    + " it, to write it again.")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.NOT_UP_TO_DATE);
            Files.delete(home.resolve("migrations/V1__bad.sql"));
            assertThat(refused(() -> migrations.migrate("good")))
                    .hasMessage(
                            "'"
                                    + path("U1__bad.sql")
                                    + "' is left over: there is no V1__… next to it. Delete it,"
                                    + " then write the migration again.");
            Files.delete(home.resolve("migrations/U1__bad.sql"));
            migrations.migrate("good");
            migrations.upgrade();

            // This time it has run, so it is undone first.
            Files.delete(home.resolve("migrations/V1__good.sql"));
            assertThat(refused(() -> migrations.migrate("better")))
                    .hasMessageContaining("undo it first with downgrade()");
            migrations.downgrade();
            Files.delete(home.resolve("migrations/U1__good.sql"));
            migrations.migrate("better");
            assertThat(migrations.upgrade()).hasToString("Running upgrade <base> -> 1, better");
            assertThat(db.query(Tag.class).count()).isZero();
            assertThat(files()).containsExactly("README.md", "U1__better.sql", "V1__better.sql");
        }
    }

    @OnEveryDatabase
    void tables_of_createAll_are_recognised_and_adopted(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Migrations migrations = of(db);
            migrations.init();
            assertThat(refused(() -> migrations.migrate("initial migration")))
                    .hasMessage(
                            "No difference: the database has roles, users already, created by"
                                    + " createAll(), and no migration created them. To start over"
                                    + " without them and their rows: db.dropAll(), then"
                                    + " migrate() and upgrade(). To keep them, write the"
                                    + " migration that would have created them, and mark it as run:"
                                    + " db.migrations().adopt(\"initial migration\").")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.TABLES_WITHOUT_HISTORY);
            db.session().add(new Role("Observer"));
            db.session().commit();
            migrations.adopt("initial migration");
            assertThat(migrations.current()).hasToString("1 (head)");
            assertThat(migrations.check().isOk()).isTrue();
            assertThat(db.query(Role.class).count()).isEqualTo(1);

            try (Database other = Database.open(kind.freshUrl()).models(Role.class, User.class)) {
                of(other).upgrade();
                assertThat(of(other).check()).hasToString(migrations.check().toString());
            }
        }
    }

    @Test
    void without_models_nothing_is_compared() {
        try (Database db = Database.open("sqlite://")) {
            of(db).init();
            assertThat(refused(() -> of(db).migrate("x")))
                    .hasMessage(
                            "No models are registered, so there is nothing to compare the database"
                                    + " with. Register them first: db.models(User.class, …).")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.NO_MODELS);
        }
    }

    @Test
    void a_missing_sqlite_file_is_created_by_migrate() {
        Path file = home.resolve("app.db");
        try (Database db = Database.open("sqlite:///" + file).models(Tag.class)) {
            of(db).init();
            of(db).migrate("roles");
        }
        assertThat(file).exists();
    }

    @OnEveryDatabase
    void check_says_what_to_do(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            assertThat(migrations.check())
                    .hasToString(
                            "Detected added table 'tag'\nmigrate(\"what changes\") writes the"
                                    + " migration for it.")
                    .extracting(Check::exitCode)
                    .isEqualTo(1);
            migrations.migrate("roles");
            assertThat(migrations.check())
                    .hasToString(
                            "Not run yet: V1__roles.sql\nCall upgrade(), then check() again: the"
                                    + " models are compared after that.")
                    .extracting(Check::exitCode)
                    .isEqualTo(1);
            migrations.upgrade();
            assertThat(migrations.check())
                    .hasToString("No difference: the table in the database matches its model.")
                    .extracting(Check::exitCode)
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts table",
                "",
                "   ",
                "Größe & Straße / \"quoted\" 'single' \\ back",
                "🎉🎉",
                "../../etc/passwd",
                "two\nlines ${placeholder} and */ -- ; drop table",
                "CON",
                "a\u0000b"
            })
    void any_message_makes_a_file_that_runs(String message) throws IOException {
        runs(message);
    }

    @Test
    void a_long_message_makes_a_short_name() throws IOException {
        runs("very long ".repeat(30));
        assertThat(files().get(2)).hasSizeLessThan(70).startsWith("V1__very_long_very");
    }

    private void runs(String message) throws IOException {
        try (Database db = Database.open("sqlite://").models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            migrations.migrate(message);
            assertThat(files()).hasSize(3);
            assertThat(files().get(2)).matches("V1__[a-z0-9_]+\\.sql");
            migrations.upgrade();
            migrations.downgrade();
        }
    }

    @Test
    void folders_may_contain_spaces_and_umlauts() {
        Path folder = home.resolve("Ünsere Änderungen 100%/v?");
        try (Database db = Database.open("sqlite://").models(Tag.class)) {
            Migrations migrations = db.migrations(folder.toString());
            migrations.init();
            migrations.migrate("roles");
            migrations.upgrade();
            migrations.downgrade();
            assertThat(folder.resolve("V1__roles.sql")).exists();
        }
    }

    @Test
    void a_read_only_folder_is_named() throws IOException {
        try (Database db = Database.open("sqlite://").models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            assumeTrue(home.resolve("migrations").toFile().setWritable(false));
            assumeFalse(
                    Files.isWritable(home.resolve("migrations"))); // root may write to any folder
            assertThat(refused(() -> migrations.migrate("tags")))
                    .hasMessage(
                            "No migration can be written into '"
                                    + path("").replaceAll("/$", "")
                                    + "': writing or reading is not allowed there. Allow it, or"
                                    + " choose another folder.");
        } finally {
            home.resolve("migrations").toFile().setWritable(true);
        }
    }

    /** Replaces the file that is written first with one on a full device. */
    private void fill(String name) throws IOException {
        Path half =
                home.resolve("migrations")
                        .resolve("." + name + "." + ProcessHandle.current().pid() + ".half");
        Files.createSymbolicLink(half, Path.of("/dev/full"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"U1__tags.sql", "V1__tags.sql"})
    void without_space_nothing_half_written_is_left(String full) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        try (Database db = Database.open("sqlite://").models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            fill(full);
            assertThat(refused(() -> migrations.migrate("tags")))
                    .hasMessage(
                            "No migration can be written into '"
                                    + path("").replaceAll("/$", "")
                                    + "': there is no space left on the disk. Make room, then try"
                                    + " again; nothing was left behind.");
            assertThat(files()).containsExactly("README.md");
            migrations.migrate("tags");
            assertThat(migrations.upgrade().at()).hasToString("1 (head)");
        }
    }

    @Test
    void no_file_is_overwritten() throws IOException {
        try (Database db = Database.open("sqlite://").models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            Files.createDirectory(home.resolve("migrations/V1__roles.sql"));
            assertThat(refused(() -> migrations.migrate("roles")))
                    .hasMessageStartingWith(
                            "No migration can be written into '" + path("").replaceAll("/$", ""));
            assertThat(files()).containsExactly("README.md", "V1__roles.sql");
        }
    }

    @OnEveryDatabase
    void a_session_with_unsaved_changes_is_not_lost(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Tag.class)) {
            Migrations migrations = of(db);
            migrations.init();
            migrations.migrate("roles");
            migrations.upgrade();
            db.session().add(new Tag("Observer"));
            String rest =
                    ". Before upgrading, keep them with db.session().commit(), or discard them with"
                            + " db.session().rollback().";
            String start = "This thread's session holds uncommitted changes";
            assertThat(catchThrowableOfType(RuntimeException.class, migrations::upgrade))
                    .hasMessage(start + ": [insert <Tag 'Observer'>]" + rest);
            db.session().flush();
            assertThat(catchThrowableOfType(RuntimeException.class, migrations::upgrade))
                    .hasMessage(start + rest);
            db.session().commit();
            assertThat(db.query(Tag.class).all()).hasSize(1); // holds locks on PostgreSQL
            migrations.downgrade();
            migrations.upgrade();
            assertThat(db.query(Tag.class).count()).isZero();
        }
    }

    @Test
    void pictures_do_not_depend_on_colour() {
        try (Database db = Database.open("sqlite://").models(Role.class, User.class)) {
            Migrations migrations = of(db);
            migrations.init();
            NewMigration first = migrations.migrate("initial migration");
            assertThat(first.html())
                    .contains("<td>+</td>", "Detected added table &#39;roles&#39;", "<details");
            assertThat(first.diagrams().markdown())
                    .startsWith("**before**\n\nno tables\n\n**after**\n\n```mermaid\nerDiagram\n")
                    .contains("roles |o--o{ users");
            assertThat(migrations.history().markdown())
                    .contains("base -.-> m1[\"1 initial migration<br/>pending\"]");
            assertThat(migrations.show().text())
                    .startsWith("-- up: V1__initial_migration.sql\n-- initial migration\n\n")
                    .contains("create table roles", "-- down\n", "drop table");
        }
    }
}
