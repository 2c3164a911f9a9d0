package ormlab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ormlab.trace.Budget.expectStatements;

import java.util.List;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

class TraceIT {
    @OnEveryDatabase
    void a_trace_contains_statements_binds_rows_and_transaction_borders(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().addAll(new User("fred"), new User("steve"));
            Trace commit = db.trace(() -> db.session().commit());
            assertThat(commit.statements())
                    .allSatisfy(insert -> assertThat(insert.rows()).isPositive());
            assertThat(commit.events().get(commit.events().size() - 1).border())
                    .isEqualTo("commit");
            Trace query = db.trace(() -> db.query(User.class).filterBy("username", "fred").all());
            assertThat(query.statements()).hasSize(1);
            assertThat(query.statements().get(0).binds()).isEqualTo(List.of(List.of("fred")));
            assertThat(query.statements().get(0).rows()).isEqualTo(1);
            assertThat(query.statements().get(0).nanos()).isPositive();
            assertThat(query.text()).endsWith("-- binds: 'fred'\n  -- 1 row\n-- 1 statement");
        }
    }

    @OnEveryDatabase
    void a_rejected_statement_is_in_the_trace(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new Role("Observer"));
            db.session().commit();
            db.session().add(new Role("Observer"));
            Trace trace =
                    db.trace(
                            () ->
                                    assertThatThrownBy(() -> db.session().commit())
                                            .isInstanceOf(RuntimeException.class));
            assertThat(trace.statements())
                    .anySatisfy(
                            statement ->
                                    assertThat(statement.failure()).containsIgnoringCase("unique"));
        }
    }

    @OnEveryDatabase
    void a_budget_that_is_exceeded_lists_what_was_sent(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            expectStatements(1, () -> db.query(User.class).all());
            assertThatThrownBy(
                            () ->
                                    expectStatements(
                                            1,
                                            () -> {
                                                db.query(User.class).all();
                                                db.query(User.class).all();
                                            }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Expected 1 statement, but 2 were sent:\nselect ")
                    .hasMessageContaining("-- 2 × select ");
        }
    }

    @Test
    void a_bounded_trace_records_only_the_first_events() {
        try (Database db = TestDatabase.SQLITE_MEMORY.open(Role.class, User.class)) {
            for (int most : new int[] {0, 1, 2}) {
                Trace trace =
                        Tracer.record(
                                () -> {
                                    db.rows("select 1");
                                    db.rows("select 2");
                                    return db.rows("select 3");
                                },
                                most);
                assertThat(trace.count()).isLessThanOrEqualTo(most);
                assertThat(trace.events().size()).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void a_trace_records_only_its_own_thread() throws InterruptedException {
        try (Database db = TestDatabase.SQLITE_MEMORY.open(Role.class, User.class)) {
            Trace trace =
                    db.trace(
                            () -> {
                                Thread other =
                                        new Thread(
                                                () -> {
                                                    db.query(User.class).all();
                                                    db.closeSession();
                                                });
                                other.start();
                                other.join();
                                return db.query(Role.class).all();
                            });
            assertThat(trace.count()).isEqualTo(1);
        }
    }

    @Test
    void an_outer_trace_contains_the_statements_of_an_inner_one() {
        try (Database db = TestDatabase.SQLITE_MEMORY.open(Role.class, User.class)) {
            Trace outer =
                    db.trace(
                            () ->
                                    assertThat(db.trace(() -> db.query(User.class).all()).count())
                                            .isEqualTo(1));
            assertThat(outer.count()).isEqualTo(1);
            assertThat(Tracer.isOn()).isFalse();
        }
    }

    @Test
    void long_statements_are_wrapped_before_their_clauses_but_not_within_text() {
        String sql =
                "select a from t left join u on t.id=u.t_id where a='x from y where z' and b=1 and c=2 and d=3"
                        + " order by a";
        assertThat(SqlText.wrapped(sql))
                .isEqualTo(
                        "select a\n  from t\n  left join u on t.id=u.t_id\n  where a='x from y where z' and b=1"
                                + " and c=2 and d=3\n  order by a");
    }

    @Test
    void reads_are_distinguished_from_writes() {
        assertThat(SqlText.isQuery("  -- why\n /* x */ (SELECT 1)")).isTrue();
        assertThat(SqlText.isQuery("with t as (select 1) select * from t")).isTrue();
        assertThat(SqlText.isQuery("with t as (select 1) insert into u select * from t")).isFalse();
        assertThat(SqlText.isQuery("update t set a=1")).isFalse();
        assertThat(SqlText.isQuery("")).isFalse();
    }

    @Test
    void a_repeated_batch_is_not_an_n_plus_one() {
        assertThat(new Trace.Repeated(2, "select x from t where o in (?,?)", "Role.users"))
                .asString()
                .endsWith("-- Role.users in batches: one statement for several");
        assertThat(new Trace.Repeated(2, "select x from t where o = any (?)", "Role.users"))
                .asString()
                .endsWith("-- Role.users in batches: one statement for several");
        assertThat(new Trace.Repeated(2, "select x from t where o=?", "Role.users"))
                .asString()
                .endsWith("-- N+1 on Role.users: one statement for each");
    }
}
