package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** After each kind of command, Flyway without this library sees the correct state. */
class StockFlywayIT {
    @TempDir Path home;

    private HandWritten project(TestDatabase kind) {
        return new HandWritten(home, kind.freshUrl());
    }

    @OnSqliteAndPostgres
    void up_down_and_up_again(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            assertThat(project.migrations.upgrade())
                    .hasToString(
                            "Running upgrade <base> -> 1, roles\nRunning upgrade 1 -> 2, users");
            assertThat(stock.info()).containsExactly("1 Success", "2 Success");
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).isEmpty();

            assertThat(project.migrations.downgrade())
                    .hasToString("Running downgrade 2 -> 1, users");
            assertThat(project.has("users")).isFalse();
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Pending");
            assertThat(stock.validate()).isEmpty();

            assertThat(project.migrations.upgrade()).hasToString("Running upgrade 1 -> 2, users");
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Success");
            assertThat(stock.validate()).isEmpty();

            project.migrations.downgrade("base");
            assertThat(project.has("roles")).isFalse();
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).containsExactly("1", "2");
            assertThat(project.migrations.current()).hasToString("2 (head)");
            assertThat(project.has("users")).isTrue();
        }
    }

    @OnSqliteAndPostgres
    void a_stamp_up_and_down(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            project.migrations.stamp("1");
            assertThat(stock.info()).containsExactly("1 Success", "2 Pending");
            assertThat(stock.validate()).isEmpty();
            assertThat(project.has("roles")).isFalse();
            project.migrations.stamp("base");
            assertThat(stock.info()).containsExactly("1 Deleted", "1 Pending", "2 Pending");
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).containsExactly("1", "2");
            assertThat(project.migrations.current()).hasToString("2 (head)");
        }
    }

    @OnSqliteAndPostgres
    void a_migration_can_be_deleted_and_created_again(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            project.migrations.upgrade();
            project.migrations.downgrade();
            project.delete("V2__users.sql");
            project.delete("U2__users.sql");
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted");
            assertThat(stock.validate()).isEmpty();
            assertThat(project.migrations.current()).hasToString("1 (head)");

            project.file(2, "people", "create table people (id integer);", "drop table people;");
            assertThat(project.migrations.upgrade()).hasToString("Running upgrade 1 -> 2, people");
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Success");
            assertThat(stock.validate()).isEmpty();
            project.migrations.downgrade();
            project.migrations.upgrade();
            project.migrations.downgrade("base");
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).containsExactly("1", "2");
            assertThat(stock.validate()).isEmpty();
        }
    }

    static class V2__fills extends BaseJavaMigration implements ReversibleMigration {
        @Override
        public void migrate(Context context) throws Exception {
            execute(context, "insert into roles values (1)");
        }

        @Override
        public void undo(Context context) throws Exception {
            execute(context, "delete from roles");
        }

        private static void execute(Context context, String sql) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @OnSqliteAndPostgres
    void a_migration_in_java(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles")) {
            var stock = new StockFlyway(project.db, project.folder, new V2__fills());
            var migrations = project.migrations.with(new V2__fills());
            assertThat(migrations.upgrade().steps()).hasSize(2);
            assertThat(stock.info()).containsExactly("1 Success", "2 Success");
            assertThat(stock.validate()).isEmpty();
            migrations.downgrade();
            assertThat(project.db.rows("select * from roles").size()).isZero();
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Pending");
            assertThat(stock.validate()).isEmpty();
            assertThat(stock.migrate()).containsExactly("2");
            assertThat(project.db.rows("select * from roles").size()).isEqualTo(1);
        }
    }

    @OnSqliteAndPostgres
    void migrations_that_flyway_ran_can_be_undone(TestDatabase kind) {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            stock.migrate();
            assertThat(project.migrations.upgrade())
                    .hasToString("Nothing to do: the database is at 2 (head).");
            assertThat(project.migrations.downgrade("base").steps()).hasSize(2);
            assertThat(stock.validate()).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void printed_sql_does_what_a_run_does(TestDatabase kind) throws Exception {
        try (HandWritten project = project(kind).tables("roles", "users")) {
            var stock = new StockFlyway(project.db, project.folder);
            stock.run(project.migrations.sql().upgrade().text());
            assertThat(stock.info()).containsExactly("1 Success", "2 Success");
            assertThat(stock.validate()).isEmpty();
            assertThat(project.migrations.sql().upgrade()).hasToString("-- Nothing to do.");
            stock.run(project.migrations.sql().downgrade().text());
            assertThat(project.has("users")).isFalse();
            assertThat(stock.info()).containsExactly("1 Success", "2 Deleted", "2 Pending");
            assertThat(stock.validate()).isEmpty();
            stock.run(project.migrations.sql().upgrade("+1").text());
            assertThat(project.migrations.current()).hasToString("2 (head)");
            assertThat(stock.migrate()).isEmpty();
        }
    }
}
