package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.migrate.history.MigrationRefused.Reason;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** A file that controls transactions itself is refused before anything runs. */
class TransactionInFileIT {
    @TempDir Path home;

    private HandWritten project(TestDatabase kind) {
        return new HandWritten(home, kind.freshUrl()).tables("notes");
    }

    private static MigrationRefused refused(Runnable work) {
        return catchThrowableOfType(MigrationRefused.class, work::run);
    }

    private String path(String name) {
        return MigrationFolder.shown(home.resolve("migrations").resolve(name));
    }

    private static String count(HandWritten project) {
        return project.db.rows("select count(*) from notes").values().toString();
    }

    @OnSqliteAndPostgres
    void a_commit_is_refused_before_anything_runs(TestDatabase kind) {
        try (HandWritten project = project(kind)) {
            project.migrations.upgrade();
            project.file(
                    2,
                    "rows",
                    "insert into notes values (1);\ncommit;\ninsert into nowhere values (1);",
                    "delete from notes;");
            String message =
                    "'"
                            + path("V2__rows.sql")
                            + "' controls the transaction itself: commit in line 2. Nothing was run,"
                            + " because upgrade() already runs the file in a transaction, so that a"
                            + " failure leaves nothing behind. Delete these statements (a dump may"
                            + " begin and end with them), then call upgrade() again.";
            assertThat(refused(project.migrations::upgrade))
                    .hasMessage(message)
                    .extracting(MigrationRefused::reason)
                    .isEqualTo(Reason.TRANSACTION_IN_FILE);
            assertThat(refused(() -> project.migrations.sql().upgrade())).hasMessage(message);
            assertThat(count(project)).isEqualTo("[[0]]");
        }
    }

    @OnSqliteAndPostgres
    void a_downgrade_and_a_repeatable_file_are_refused_as_well(TestDatabase kind) {
        try (HandWritten project = project(kind)) {
            project.migrations.upgrade();
            project.file(2, "rows", "insert into notes values (1);", "delete from notes; commit;");
            project.migrations.upgrade();
            assertThat(refused(project.migrations::downgrade))
                    .hasMessageContaining("commit in line 1. Nothing was run, because downgrade()");
            project.write("R__rows.sql", "rollback;");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessageContaining("R__rows.sql' controls the transaction itself: rollback");
            assertThat(count(project)).isEqualTo("[[1]]");
        }
    }

    @Test
    void a_dump_of_sqlite_runs_without_its_first_and_last_lines() {
        String dump =
                "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nINSERT INTO notes VALUES(9);\n"
                        + "COMMIT;\n";
        try (HandWritten project = project(TestDatabase.SQLITE)) {
            project.file(2, "dump", dump, "delete from notes;");
            assertThat(refused(project.migrations::upgrade))
                    .hasMessageContaining(
                            "PRAGMA foreign_keys=OFF in line 1, BEGIN TRANSACTION in line 2, COMMIT"
                                    + " in line 4.");
            project.write("V2__dump.sql", dump.lines().toList().get(2));
            assertThat(project.migrations.upgrade().at()).hasToString("2 (head)");
            assertThat(count(project)).isEqualTo("[[1]]");
        }
    }

    @Test
    void a_file_that_runs_outside_of_a_transaction_may_begin_its_own() {
        try (HandWritten project = project(TestDatabase.POSTGRESQL)) {
            project.file(
                    2,
                    "own",
                    "begin; insert into notes values (1); commit; insert into nowhere values (1);",
                    "select 1;");
            project.write("V2__own.sql.conf", "executeInTransaction=false\n");
            assertThat(catchThrowableOfType(MigrationFailed.class, project.migrations::upgrade))
                    .hasMessageStartingWith(
                            "'V2__own.sql' failed at line 1, outside of a transaction, so what it did"
                                    + " before that stays: the database is at 1.\n");
            assertThat(count(project)).isEqualTo("[[1]]");
        }
    }
}
