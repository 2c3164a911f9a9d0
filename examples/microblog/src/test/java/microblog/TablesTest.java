package microblog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ormlab.Database;
import ormlab.error.OrmlabException;

/** The migrations create the tables that the models need, on each database. */
class TablesTest {
    @ParameterizedTest
    @EnumSource
    void the_tables_match_the_models(Databases kind) {
        Settings settings = Settings.local(kind.freshUrl());
        Microblog.upgrade(settings);
        try (Database db = settings.open()) {
            db.models(Models.all());
            var check = Tables.migrations(db).check();
            assertThat(check.exitCode()).as(check.toString()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void upgrade_and_downgrade_leave_no_tables(Databases kind) {
        Settings settings = Settings.local(kind.freshUrl());
        Microblog.upgrade(settings);
        try (Database db = settings.open()) {
            Tables.migrations(db).downgrade("base");
            assertThatThrownBy(() -> db.rows("select * from users"))
                    .isInstanceOf(OrmlabException.class);
        }
        assertThat(Microblog.upgrade(settings)).contains("1");
        assertThat(Microblog.upgrade(settings)).contains("Nothing to do");
    }

    @ParameterizedTest
    @EnumSource
    void the_application_does_not_start_before_the_migrations_have_run(Databases kind) {
        Settings settings = Settings.local(kind.freshUrl());
        assertThatThrownBy(() -> Microblog.start(settings))
                .isInstanceOf(OrmlabException.class)
                .hasMessageContaining("java -jar target/microblog.jar upgrade");
    }
}
