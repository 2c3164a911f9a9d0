package microblog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ormlab.Database;
import ormlab.error.OrmlabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The migrations give the tables that the models ask for, on each database. */
class TablesTest {
    private static final String COLUMNS =
            "select table_name, column_name, data_type, character_maximum_length, is_nullable"
                    + " from information_schema.columns where table_schema = 'public'"
                    + " and table_name not like 'flyway%' order by 1, 2";
    private static final String CONSTRAINTS =
            "select conrelid::regclass::text, contype::text, pg_get_constraintdef(oid)"
                    + " from pg_constraint where connamespace = 'public'::regnamespace"
                    + " and conrelid::regclass::text not like 'flyway%' order by 1, 2, 3";
    private static final String INDEXES =
            "select indexname, indexdef from pg_indexes where schemaname = 'public'"
                    + " and tablename not like 'flyway%' order by 1";

    @Test
    void on_sqlite_nothing_differs_from_the_models() {
        Settings settings = Settings.local(Databases.SQLITE.freshUrl());
        Microblog.upgrade(settings);
        try (Database db = settings.open()) {
            db.models(Models.all());
            assertThat(Tables.migrations(db).check().exitCode()).isZero();
        }
    }

    @Test
    void on_postgresql_the_tables_are_those_of_createAll() {
        Settings migrated = Settings.local(Databases.POSTGRESQL.freshUrl());
        Microblog.upgrade(migrated);
        try (Database one = migrated.open();
                Database other = Database.open(Databases.POSTGRESQL.freshUrl())) {
            other.models(Models.all()).createAll();
            for (String question : List.of(COLUMNS, CONSTRAINTS, INDEXES)) {
                assertThat(one.rows(question).values()).isEqualTo(other.rows(question).values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void there_and_back_leaves_nothing(Databases kind) {
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
