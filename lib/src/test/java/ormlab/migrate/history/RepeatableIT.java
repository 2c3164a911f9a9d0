package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * An {@code R…} file runs whenever it is new or has changed, after the versioned files, as in
 * Flyway.
 */
class RepeatableIT {
    @TempDir Path home;

    private static void view(HandWritten project, String columns) {
        project.write(
                "R__names.sql",
                "drop view if exists names;\ncreate view names as select %s from notes;"
                        .formatted(columns));
    }

    private static String columns(HandWritten project) {
        return project.db.rows("select * from names").columns().toString();
    }

    @OnSqliteAndPostgres
    void a_changed_file_is_pending_and_runs(TestDatabase kind) throws SQLException {
        try (HandWritten project = new HandWritten(home, kind.freshUrl()).tables("notes", "tags")) {
            view(project, "id");
            assertThat(project.migrations.upgrade())
                    .hasToString(
                            "Running upgrade <base> -> 1, notes\nRunning upgrade 1 -> 2, tags\n"
                                    + "Running upgrade names (repeatable)");
            assertThat(project.migrations.upgrade().steps()).isEmpty();

            view(project, "id, 1 as one");
            assertThat(project.migrations.history().repeatables()).containsExactly("R__names.sql");
            assertThat(project.migrations.history().text()).endsWith("\nR__names.sql (pending)");
            assertThat(project.migrations.history().markdown())
                    .contains("m2 -.-> r0[\"R__names.sql<br/>pending\"]");
            assertThat(project.migrations.check().isOk()).isFalse();
            assertThat(project.migrations.check().text())
                    .startsWith("New or changed, upgrade() runs it: R__names.sql\n");
            assertThat(project.migrations.upgrade())
                    .hasToString("Running upgrade names (repeatable)");
            assertThat(columns(project)).isEqualTo("[id, one]");
            assertThat(project.migrations.history().repeatables()).isEmpty();
            assertThat(new StockFlyway(project.db, project.folder).migrate()).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void printed_sql_runs_it_and_records_it(TestDatabase kind) throws SQLException {
        try (HandWritten project = new HandWritten(home, kind.freshUrl()).tables("notes")) {
            view(project, "id");
            var stock = new StockFlyway(project.db, project.folder);
            stock.run(project.migrations.sql().upgrade().text());
            assertThat(columns(project)).isEqualTo("[id]");
            assertThat(project.migrations.upgrade().steps()).isEmpty();
            view(project, "id, 2 as two");
            stock.run(project.migrations.sql().upgrade().text());
            assertThat(columns(project)).isEqualTo("[id, two]");
            assertThat(stock.migrate()).isEmpty();
            assertThat(stock.validate()).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void a_stamp_marks_it_as_run(TestDatabase kind) {
        try (HandWritten project = new HandWritten(home, kind.freshUrl()).tables("notes")) {
            project.migrations.upgrade();
            view(project, "id");
            assertThat(project.migrations.stamp("head"))
                    .hasToString("Running stamp names (repeatable)");
            assertThat(project.has("names")).isFalse();
            assertThat(project.migrations.upgrade().steps()).isEmpty();
        }
    }
}
