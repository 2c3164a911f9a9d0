package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;
import ormlab.error.OrmlabException;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** A run that fails halfway changes nothing and reports the statement. */
class FailedRunsIT {
    @TempDir Path home;

    private HandWritten project(TestDatabase kind) {
        return new HandWritten(home, kind.freshUrl());
    }

    private static MigrationFailed failed(Runnable work) {
        return catchThrowableOfType(MigrationFailed.class, work::run);
    }

    @OnEveryDatabase
    void the_statement_its_line_and_its_file_are_named(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            project.file(
                    3,
                    "posts",
                    "create table posts (id integer primary key);\n\n-- wrong:\ninsert into"
                            + " nowhere\nvalues (1);\n",
                    "drop table posts;");
            MigrationFailed failure = failed(project.migrations::upgrade);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "'V3__posts.sql' failed at line 4, and everything was rolled back:"
                                    + " the database is as it was, at <base>.\n\n")
                    .hasMessageContaining("insert into nowhere\nvalues (1);\n\n")
                    .hasMessageContaining("nowhere")
                    .hasMessageEndingWith("\nFix the file, then call upgrade() again.");
            assertThat(failure.line()).isEqualTo(4);
            assertThat(failure.file()).isEqualTo("V3__posts.sql");
            assertThat(failure.statement()).contains("insert into nowhere");
            assertThat(project.has("roles")).isFalse();
            assertThat(project.has("posts")).isFalse();
            if (kind != TestDatabase.SQLITE_MEMORY) {
                var stock = new StockFlyway(project.db, project.folder);
                assertThat(stock.info()).containsExactly("1 Pending", "2 Pending", "3 Pending");
                assertThat(stock.validate()).isEmpty();
            }

            project.write("V3__posts.sql", "create table posts (id integer primary key);");
            assertThat(project.migrations.upgrade().at()).hasToString("3 (head)");
        }
    }

    @OnEveryDatabase
    void a_failing_downgrade_undoes_nothing(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            project.migrations.upgrade();
            project.write("U1__roles.sql", "drop table roles;\ndrop table nowhere;");
            MigrationFailed failure = failed(() -> project.migrations.downgrade("base"));
            assertThat(failure)
                    .hasMessageStartingWith(
                            "'U1__roles.sql' failed at line 2, and everything was rolled back:"
                                    + " the database is as it was, at 2 (head).")
                    .hasMessageEndingWith(
                            "Table 'nowhere' does not exist.\n"
                                    + "Fix the file, then call downgrade() again.");
            assertThat(project.has("users")).isTrue();
            assertThat(project.has("roles")).isTrue();
            assertThat(project.migrations.current()).hasToString("2 (head)");
            if (kind != TestDatabase.SQLITE_MEMORY) {
                var stock = new StockFlyway(project.db, project.folder);
                assertThat(stock.info()).containsExactly("1 Success", "2 Success");
            }
        }
    }

    @OnEveryDatabase
    void a_misspelt_table_is_reported_with_the_next_step(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles")) {
            project.migrations.upgrade();
            project.file(2, "tidy", "delete from rolse;", "select 1;");
            assertThat(failed(project.migrations::upgrade))
                    .hasMessageEndingWith(
                            "Table 'rolse' does not exist. Did you mean 'roles'?\n"
                                    + "Fix the file, then call upgrade() again.");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "SQLITE_MEMORY"})
    void a_migration_that_leaves_children_without_parents_is_refused(TestDatabase kind) {
        try (HandWritten project = project(kind)) {
            project.file(
                    1,
                    "users",
                    "create table roles (id integer primary key);\n"
                            + "create table users (id integer primary key, role_id integer"
                            + " references roles on delete cascade);\n"
                            + "insert into roles values (1), (2);\n"
                            + "insert into users values (1, 1), (2, 2), (3, 2);\n",
                    "drop table users; drop table roles;");
            project.migrations.upgrade();
            project.file(2, "tidy", "delete from roles where id = 2;", "select 1;");
            assertThat(failed(project.migrations::upgrade))
                    .hasMessage(
                            "'V2__tidy.sql' failed, and everything was rolled back: the database is"
                                    + " as it was, at 1.\n2 references from users to roles would"
                                    + " refer to rows that do not exist. Delete or change them"
                                    + " in the migration before it deletes the rows that they"
                                    + " refer to.");
            assertThat(project.db.rows("select count(*) from roles").values()).hasToString("[[2]]");
            // Dropping a table deletes no child rows, because foreign keys are off during the run.
            project.file(
                    2,
                    "tidy",
                    "create table r2 (id integer primary key, name text);"
                            + "insert into r2 (id) select id from roles;"
                            + "drop table roles; alter table r2 rename to roles;",
                    "select 1;");
            project.migrations.upgrade();
            assertThat(project.db.rows("select count(*) from users").values()).hasToString("[[3]]");
        }
    }

    @Test
    void a_full_disk_rolls_everything_back() {
        var small =
                ConnectionSettings.defaults()
                        .onConnect(ConnectionHook.sql("pragma max_page_count = 12"));
        String url = TestDatabase.SQLITE.freshUrl();
        try (HandWritten project = new HandWritten(home, url, small).tables("roles")) {
            project.file(
                    2,
                    "much",
                    "create table much (t text);\ninsert into much values (hex(zeroblob(90000)));",
                    "drop table much;");
            assertThat(failed(project.migrations::upgrade))
                    .hasMessageStartingWith("'V2__much.sql' failed at line 2")
                    .hasMessageContaining("full");
            assertThat(project.has("roles")).isFalse();
            assertThat(project.migrations.upgrade("1").at()).hasToString("1");
        }
    }

    @Test
    void a_read_only_database_is_named() {
        String url = TestDatabase.SQLITE.freshUrl();
        try (HandWritten project = new HandWritten(home, url).tables("roles", "users")) {
            project.migrations.upgrade("1");
        }
        var readOnly =
                ConnectionSettings.defaults().onConnect(ConnectionHook.sql("pragma query_only=1"));
        try (HandWritten project = HandWritten.again(home, url, readOnly)) {
            assertThat(project.migrations.current()).hasToString("1");
            assertThat(catchThrowableOfType(OrmlabException.class, project.migrations::upgrade))
                    .hasMessage(
                            "upgrade() failed, and everything was rolled back: the database is as"
                                    + " it was, at 1.\nThe database is read-only; nothing was"
                                    + " written. Allow writing to it, then call upgrade() again.");
            assertThat(catchThrowableOfType(OrmlabException.class, project.migrations::downgrade))
                    .hasMessageContaining("read-only")
                    .hasMessageEndingWith("Allow writing to it, then call downgrade() again.");
            assertThat(project.migrations.current()).hasToString("1");
            assertThat(project.has("users")).isFalse();
        }
    }

    @Test
    void a_read_only_file_is_named() {
        String url = TestDatabase.SQLITE.freshUrl();
        File file = new File(url.substring("sqlite:///".length()));
        try (HandWritten project = new HandWritten(home, url).tables("roles", "users")) {
            project.migrations.upgrade("1");
        }
        assumeTrue(file.setWritable(false));
        assumeFalse(file.canWrite()); // root may write to any file
        assertThatThrownBy(
                        () -> {
                            try (HandWritten project =
                                    HandWritten.again(home, url, ConnectionSettings.defaults())) {
                                project.migrations.upgrade();
                            }
                        })
                .isInstanceOf(OrmlabException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void statements_that_must_run_outside_of_a_transaction_do() {
        try (HandWritten project = project(TestDatabase.POSTGRESQL).tables("roles")) {
            project.file(
                    2,
                    "index",
                    "create index concurrently roles_id on roles (id);",
                    "drop index roles_id;");
            assertThat(project.migrations.upgrade().at()).hasToString("2 (head)");
            assertThat(new StockFlyway(project.db, project.folder).validate()).isEmpty();
        }
    }
}
