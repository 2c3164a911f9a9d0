package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Handwritten statements and queries in a session's transaction. */
class HandwrittenSqlTest {
    private static Database withRoles(TestDatabase kind) {
        Database db = Database.open(kind.freshUrl()).models();
        db.session().execute("create table roles (id integer primary key, name varchar(64))");
        db.session().execute("insert into roles values (1, ?), (2, ?)", "Admin", "User");
        db.session().commit();
        return db;
    }

    @OnEveryDatabase
    void a_session_without_models_runs_sql(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            assertThat(db.session().execute("update roles set name = upper(name)")).isEqualTo(2);
            assertThat(db.session().rows("select name from roles order by id").values())
                    .isEqualTo(List.of(List.of("ADMIN"), List.of("USER")));
        }
    }

    @OnEveryDatabase
    void other_connections_see_it_after_the_commit(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            db.session().execute("delete from roles where id = ?", 1);
            assertThat(db.session().rows("select * from roles").size()).isEqualTo(1);
            db.session().rollback();
            assertThat(db.rows("select * from roles").size()).isEqualTo(2);
            db.session().execute("delete from roles where id = ?", 1);
            db.session().commit();
            assertThat(db.rows("select * from roles").size()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void pending_objects_are_sent_first(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new User("fred"));
            assertThat(db.session().execute("update users set username = 'steve'")).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void values_are_stored_as_attributes_would_be(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            Instant moment = Instant.parse("2026-11-30T02:30:00.000005Z");
            db.session().execute("create table moments (at timestamp(6))");
            db.session().execute("insert into moments values (?)", moment);
            assertThat(db.session().rows("select * from moments where at = ?", moment).size())
                    .isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void the_statement_is_traced(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            assertThat(
                            db.trace(
                                            () ->
                                                    db.session()
                                                            .execute(
                                                                    "delete from roles where id = ?",
                                                                    2))
                                    .text())
                    .contains("delete from roles where id = ?", "binds: 2");
        }
    }

    @OnEveryDatabase
    void a_mistake_names_the_table_and_asks_for_a_rollback(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            assertThatThrownBy(() -> db.session().execute("delete from rolls"))
                    .hasMessageContaining("'rolls' does not exist");
            assertThatThrownBy(() -> db.session().rows("select * from roles"))
                    .isInstanceOf(RollbackRequired.class);
            db.session().rollback();
            assertThat(db.session().rows("select * from roles").size()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void a_broken_foreign_key_names_the_table(TestDatabase kind) {
        boolean server = kind == TestDatabase.POSTGRESQL;
        try (Database db = withRoles(kind)) {
            db.session().execute("create table members (role_id integer references roles)");
            db.session().execute("insert into members values (1)");
            db.session().commit();
            assertThatThrownBy(() -> db.session().execute("insert into members values (99)"))
                    .hasMessage(
                            server
                                    ? "members.role_id refers to a row of 'roles' that does not"
                                            + " exist (99)."
                                    : "A row of 'members' refers to a row that does not exist.");
            db.session().rollback();
            assertThatThrownBy(() -> db.session().execute("delete from roles where id = 1"))
                    .hasMessage(
                            "A row of 'roles' is still referred to by "
                                    + (server ? "members (1)." : "another row."));
        }
    }

    @OnEveryDatabase
    void only_the_sessions_methods_end_transactions(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            for (String sql : List.of("begin", "COMMIT;", "rollback to a", "-- x\nend")) {
                assertThatThrownBy(() -> db.session().execute(sql))
                        .isInstanceOf(OrmlabException.class)
                        .hasMessageStartingWith(
                                "A session begins its transactions itself, so execute(…) does not"
                                        + " take '"
                                        + sql
                                        + "'. Call session."
                                        + (sql.startsWith("rollback")
                                                ? "rollback()."
                                                : "commit()."));
            }
            db.session().execute("insert into roles values (3, 'Guest')");
        }
    }

    @OnEveryDatabase
    void one_statement_at_a_time(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            assertThatThrownBy(
                            () ->
                                    db.session()
                                            .execute(
                                                    "delete from roles; delete from roles where 1=1"))
                    .hasMessage(
                            "execute(…) runs one statement, and 'delete from roles; delete from roles"
                                    + " where 1=1' holds 2. Call it once for each.");
            assertThat(db.rows("select * from roles").size()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void each_placeholder_needs_a_value(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            db.session().execute("update roles set name = 'Writer' where id = 1");
            assertThatThrownBy(() -> db.session().execute("delete from roles where id = ?"))
                    .hasMessage(
                            "'delete from roles where id = ?' has 1 placeholder, and execute(…) got 0"
                                    + " values. Pass one value for each ?.");
            assertThatThrownBy(() -> db.session().execute("delete from roles; select 1"))
                    .hasMessageEndingWith("holds 2. Call it once for each.");
            db.session().commit(); // nothing was sent, so no rollback is necessary
            assertThat(db.rows("select name from roles where name = 'Writer'").size()).isOne();
        }
    }

    @OnEveryDatabase
    void queries_go_to_rows_and_statements_to_execute(TestDatabase kind) {
        try (Database db = withRoles(kind)) {
            assertThatThrownBy(() -> db.session().execute("select * from roles"))
                    .hasMessage(
                            "execute(…) runs statements that write, and 'select * from roles' is a"
                                    + " query. Call rows(…).");
            assertThatThrownBy(() -> db.session().rows("delete from roles"))
                    .hasMessage(
                            "rows(…) runs queries, and 'delete from roles' is not a query. Call"
                                    + " execute(…).");
            assertThat(db.session().rows("select * from roles").size()).isEqualTo(2);
        }
    }
}
