package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.Database;
import ormlab.migrate.history.MigrationRefused.Reason;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** A refused run reports the obstacle and what to do, and changes nothing. */
class RefusedRunsIT {
    @TempDir Path home;

    private HandWritten project(TestDatabase kind) {
        return new HandWritten(home, kind.freshUrl());
    }

    private HandWritten project() {
        return project(TestDatabase.SQLITE_MEMORY);
    }

    private static MigrationRefused refused(Runnable work) {
        return catchThrowableOfType(MigrationRefused.class, work::run);
    }

    private String path(String name) {
        return MigrationFolder.shown(home.resolve("migrations").resolve(name));
    }

    @Test
    void a_missing_folder_suggests_init() {
        try (Database db = Database.open("sqlite://")) {
            assertThat(refused(() -> db.migrations("nowhere").upgrade()))
                    .hasMessage(
                            "There is no folder 'nowhere' in "
                                    + Path.of("").toAbsolutePath()
                                    + ". Create it once with db.migrations().init(); if it is"
                                    + " elsewhere, name it: db.migrations(\"folder\").")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.NOT_INITIALISED);
        }
    }

    @Test
    void a_second_init_is_refused() {
        try (HandWritten project = project()) {
            assertThat(refused(project.migrations::init))
                    .hasMessage(
                            "The folder '"
                                    + MigrationFolder.shown(project.folder)
                                    + "' exists already and is not empty. Call init() once per"
                                    + " project; continue with migrate(\"what"
                                    + " changes\").")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.INITIALISED_ALREADY);
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_reported() throws Exception {
        Path file = Files.writeString(home.resolve("migrations"), "no folder");
        try (Database db = Database.open("sqlite://")) {
            assertThat(refused(() -> db.migrations(file.toString()).init()))
                    .hasMessageEndingWith(
                            "' is a file, so a folder of this name cannot be created. Choose"
                                    + " another name:"
                                    + " db.migrations(\"folder\").");
        }
    }

    /** root may write to any folder, but not to a disk that is mounted read-only. */
    @ParameterizedTest
    @ValueSource(strings = {"Read-only file system", "Operation not permitted"})
    void a_place_that_is_only_read_is_named(String words) {
        var refused = new FileSystemException("migrations/V1__roles.sql", null, words);
        assertThat(
                        new MigrationFolder(Path.of("migrations"))
                                .trouble("No file can be made", refused))
                .hasMessage(
                        "No file can be made: writing or reading is not allowed there. Allow it, or"
                                + " choose another folder.");
    }

    @Test
    void an_edited_file_is_named() {
        try (HandWritten project = project().tables("roles")) {
            project.migrations.upgrade();
            project.write("V1__roles.sql", "create table roles (id integer, name text);");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "'"
                                    + path("V1__roles.sql")
                                    + "' was changed after it had run, so other databases would"
                                    + " get a different schema. Restore it from version control,"
                                    + " and write a new migration for the change. If it only"
                                    + " differs in comments or spaces, record it as it is now:"
                                    + " db.migrations().flyway().repair().")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.EDITED);
            project.migrations.flyway().repair();
            assertThat(project.migrations.upgrade())
                    .hasToString("Nothing to do: the database is at 1 (head).");
        }
    }

    @Test
    void a_missing_file_in_the_middle_is_named() {
        try (HandWritten project = project().tables("roles", "users", "posts")) {
            project.migrations.upgrade();
            project.delete("V2__users.sql");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "Migration 2, users has run in this database, and its file '"
                                    + path("V2__users.sql")
                                    + "' is gone. If you deleted it to write it again, undo it"
                                    + " first with downgrade(\"1\"): '"
                                    + path("U2__users.sql")
                                    + "' is still there. Otherwise restore it from version"
                                    + " control.")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.MISSING);
            assertThat(project.migrations.downgrade("1"))
                    .hasToString(
                            "Running downgrade 3 -> 2, posts\nRunning downgrade 2 -> 1, users");
            assertThat(project.has("users")).isFalse();
        }
    }

    @Test
    void a_database_ahead_of_its_files_is_reported() {
        try (HandWritten project = project().tables("roles", "users")) {
            project.migrations.upgrade();
            project.delete("V2__users.sql");
            project.delete("U2__users.sql");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "The database has run migration 2, users, and there is no file '"
                                    + path("V2__users.sql")
                                    + "': the database is ahead of the files. If someone else"
                                    + " wrote it, get their files (git pull). If you deleted it"
                                    + " here,"
                                    + " restore it from version control, call downgrade(), then"
                                    + " delete it.")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.AHEAD);
            assertThat(project.migrations.history())
                    .hasToString(
                            "<base> -> 1, roles (applied)\n1 -> 2, users (applied, file missing) <-"
                                    + " the database is here");
        }
    }

    @Test
    void a_late_file_can_be_renumbered() {
        try (HandWritten project = project().tables("roles")) {
            project.file(3, "posts", "create table posts (id integer);", "drop table posts;");
            project.migrations.upgrade();
            project.file(2, "tags", "create table tags (id integer);", "drop table tags;");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "'"
                                    + path("V2__tags.sql")
                                    + "' was added after version 3 had run, for example by a"
                                    + " merge. It needs a later version:"
                                    + " db.migrations().renumber(\"V2__tags.sql\"), then"
                                    + " upgrade().")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.OUT_OF_ORDER);
            assertThat(project.migrations.renumber("V2__tags.sql")).hasToString("V4__tags.sql");
            assertThat(project.migrations.upgrade()).hasToString("Running upgrade 3 -> 4, tags");
            assertThat(project.migrations.downgrade())
                    .hasToString("Running downgrade 4 -> 3, tags");
        }
    }

    @Test
    void two_files_with_the_same_version_are_both_named() {
        try (HandWritten project = project().tables("roles")) {
            project.file(2, "posts", "create table posts (id integer);", "drop table posts;");
            project.file(2, "tags", "create table tags (id integer);", "drop table tags;");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "Two files have the same version: '"
                                    + path("V2__posts.sql")
                                    + "' and '"
                                    + path("V2__tags.sql")
                                    + "'. Renumber one of them, preferably one that no database"
                                    + " has run yet:"
                                    + " db.migrations().renumber(\"V2__tags.sql\").")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.SAME_VERSION);
            project.migrations.renumber("V2__tags.sql");
            assertThat(project.folder.resolve("U3__tags.sql")).exists();
            assertThat(project.migrations.upgrade().steps()).hasSize(3);
        }
    }

    @Test
    void a_name_that_flyway_would_ignore_is_reported() {
        try (HandWritten project = project()) {
            project.write("V2_posts.sql", "create table posts (id integer);");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(
                            "'"
                                    + path("V2_posts.sql")
                                    + "' is not named like a migration, so Flyway would silently"
                                    + " ignore it. Write V or U in capitals, the version, two"
                                    + " underscores, what changes: V2__posts_table.sql.");
        }
    }

    @Test
    void an_unknown_target_lists_the_existing_ones() {
        try (HandWritten project = project().tables("roles", "users")) {
            assertThat(refused(() -> project.migrations.upgrade("7")))
                    .hasMessage(
                            "There is no migration '7'. There are 1, 2, and head, base, +1, -1.");
            assertThat(refused(() -> project.migrations.upgrade("heads")))
                    .hasMessageEndingWith(" Did you mean 'head'?");
            assertThat(refused(() -> project.migrations.upgrade("+3")))
                    .hasMessage(
                            "Of 3 migrations to run, only 2 migrations are left. To run all of"
                                    + " them, call upgrade().");
            assertThat(project.migrations.upgrade("+1").at()).hasToString("1");
            project.migrations.upgrade();
            assertThat(refused(() -> project.migrations.upgrade("1")))
                    .hasMessage(
                            "'1' is before the version of the database, 2 (head). To go back,"
                                    + " call downgrade(\"1\").");
            assertThat(refused(() -> project.migrations.downgrade("-3")))
                    .hasMessage(
                            "Of 3 migrations to undo, only 2 migrations have run. To undo all of"
                                    + " them, call downgrade(\"base\").");
            assertThat(project.migrations.downgrade("-2").at()).hasToString("<base>");
            assertThat(refused(project.migrations::downgrade))
                    .hasMessage("No migration has run in this database, so there is none to undo.")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.BELOW_BASE);
        }
    }

    @Test
    void without_a_downgrade_file_nothing_is_undone() {
        try (HandWritten project = project().tables("roles", "users", "posts")) {
            project.migrations.upgrade();
            project.delete("U2__users.sql");
            assertThat(refused(() -> project.migrations.downgrade("base")))
                    .hasMessage(
                            "Migration 2, users cannot be undone: there is no '"
                                    + path("U2__users.sql")
                                    + "'. Write one with the statements that undo it. Nothing"
                                    + " was changed.")
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.NO_WAY_DOWN);
            project.write("U2__users.sql", "-- nothing; /* here */ ;\n");
            assertThat(refused(() -> project.migrations.downgrade("base")))
                    .hasMessage(
                            "'"
                                    + path("U2__users.sql")
                                    + "' contains no statement, so it would not undo migration"
                                    + " 2, users. Write the statements into it; if there is"
                                    + " nothing to undo, write: select 1;");
            assertThat(project.has("posts")).isTrue();
            project.write("U2__users.sql", "select 1;");
            assertThat(project.migrations.downgrade("base").steps()).hasSize(3);
        }
    }

    @Test
    void an_empty_migration_can_run_and_be_undone() {
        try (HandWritten project = project()) {
            project.migrations.revision("to be filled");
            project.migrations.upgrade();
            assertThat(project.migrations.downgrade())
                    .hasToString("Running downgrade 1 -> <base>, to be filled");
        }
    }

    @OnEveryDatabase
    void tables_that_no_migration_created_are_named(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            project.execute("create table users (id integer primary key)");
            assertThat(refused(project.migrations::upgrade))
                    .isInstanceOf(TablesWithoutHistory.class)
                    .hasMessage(
                            "The database has users already, and no migration created them:"
                                    + " createAll() did, or someone by hand. If they match the"
                                    + " migrations, record that:"
                                    + " db.migrations().stamp(\"head\"). To start over without"
                                    + " them and their rows: db.dropAll(), then"
                                    + " upgrade().");
            assertThat(project.has("roles")).isFalse();
            project.execute("drop table users");
            project.execute("create table of_others (id integer primary key)");
            assertThat(project.migrations.upgrade().at()).hasToString("2 (head)");
        }
    }

    @OnEveryDatabase
    void a_stamp_only_changes_the_history(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            project.execute("create table roles (id integer primary key)");
            project.execute("create table users (id integer primary key)");
            assertThat(project.migrations.stamp("head"))
                    .hasToString("Running stamp <base> -> 1, roles\nRunning stamp 1 -> 2, users");
            assertThat(project.migrations.current()).hasToString("2 (head)");
            assertThat(project.migrations.stamp("base"))
                    .hasToString("Running stamp 2 -> 1, users\nRunning stamp 1 -> <base>, roles");
            assertThat(project.has("users")).isTrue();
            assertThatThrownBy(project.migrations::upgrade)
                    .isInstanceOf(TablesWithoutHistory.class);
        }
    }
}
