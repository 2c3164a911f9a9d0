package ormlab;

import static org.assertj.core.api.Assertions.assertThat;
import static ormlab.trace.Detail.ACTUAL_ROWS;
import static ormlab.trace.Detail.CALL_SITES;
import static ormlab.trace.Detail.PLANS;

import java.sql.PreparedStatement;
import java.util.Collections;
import java.util.List;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;
import ormlab.trace.Detail;
import ormlab.trace.Plan;
import ormlab.trace.PlanNode;
import ormlab.trace.PlanNode.Kind;
import ormlab.trace.Trace;

class PlansIT {
    private static Database withUsers(TestDatabase kind) {
        Database db = kind.open(Role.class, User.class);
        db.session().addAll(new User("fred"), new User("steve"), new User("it's \"quoted\" ?"));
        db.session().commit();
        return db;
    }

    private static Plan plan(Database db, String sql, Detail... details) {
        Trace trace =
                db.trace(
                        () ->
                                db.session()
                                        .doWork(
                                                connection -> {
                                                    try (PreparedStatement sent =
                                                            connection.prepareStatement(sql)) {
                                                        sent.execute();
                                                    }
                                                }),
                        details);
        return trace.plans().plans().get(0);
    }

    private static List<Kind> kinds(Database db, String sql) {
        return plan(db, sql, PLANS).nodes().map(PlanNode::kind).toList();
    }

    @OnSqliteAndPostgres
    void plans_distinguish_a_scan_from_an_index_search(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Plan scan = plan(db, "select * from users where role_id = 1", PLANS);
            assertThat(scan.scannedTables()).containsExactly("users");
            assertThat(scan.text()).contains("\n  * scan all of users");
            Plan search = plan(db, "select * from users where id = 1", PLANS);
            assertThat(search.scannedTables()).isEmpty();
            assertThat(search.nodes().toList())
                    .singleElement()
                    .satisfies(
                            node -> {
                                assertThat(node.kind()).isEqualTo(Kind.INDEX_SEARCH);
                                assertThat(node.table()).isEqualTo("users");
                                assertThat(node.index()).isNotEmpty();
                            });
            assertThat(kinds(db, "select username from users where username = 'fred'"))
                    .containsExactly(Kind.COVERING_INDEX);
        }
    }

    @OnSqliteAndPostgres
    void joins_sorts_groups_and_subqueries_are_steps_of_a_plan(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            assertThat(
                            plan(
                                            db,
                                            "select * from users u left join roles r on u.role_id"
                                                    + " = r.id",
                                            PLANS)
                                    .roots()
                                    .get(0)
                                    .kind())
                    .isIn(Kind.NESTED_LOOP, Kind.HASH_JOIN, Kind.MERGE_JOIN);
            assertThat(kinds(db, "select * from users order by role_id")).contains(Kind.SORT);
            assertThat(kinds(db, "select role_id, count(*) from users group by role_id"))
                    .containsAnyOf(Kind.TEMP_B_TREE, Kind.AGGREGATE);
            assertThat(
                            plan(
                                            db,
                                            "with early as (select * from users where role_id = 2)"
                                                    + " select (select count(*) from early s where s.id"
                                                    + " = r.id) from roles r",
                                            PLANS)
                                    .scannedTables())
                    .contains("roles");
        }
    }

    @OnSqliteAndPostgres
    void updates_and_deletes_have_plans_and_quotes_are_kept(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            assertThat(
                            plan(db, "update users set username = 'x\"' where role_id = 4", PLANS)
                                    .scannedTables())
                    .containsExactly("users");
            Plan delete =
                    plan(db, "delete from users where username = 'it''s \"quoted\" ?'", PLANS);
            assertThat(delete.nodes().map(PlanNode::kind)).contains(Kind.INDEX_SEARCH);
            assertThat(db.query(User.class).count()).isEqualTo(2);
        }
    }

    @OnSqliteAndPostgres
    void a_plan_uses_all_binds_of_its_statement(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            List<Integer> ids = Collections.nCopies(500, 1);
            Trace trace =
                    db.trace(
                            () ->
                                    db.session()
                                            .createSelectionQuery(
                                                    "from User where id in :ids and username ="
                                                            + " :name",
                                                    User.class)
                                            .setParameter("ids", ids)
                                            .setParameter("name", "it's \"quoted\" ?")
                                            .getResultList(),
                            PLANS);
            assertThat(trace.plans().plans()).hasSize(1);
            Plan plan = trace.plans().plans().get(0);
            assertThat(plan.remark()).isEmpty();
            assertThat(plan.nodes().map(PlanNode::kind)).contains(Kind.INDEX_SEARCH);
        }
    }

    @OnSqliteAndPostgres
    void an_insert_has_no_plan_and_says_so(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            db.session().add(new User("anna"));
            Trace trace = db.trace(() -> db.session().commit(), PLANS);
            assertThat(trace.plans().text())
                    .startsWith("insert into users")
                    .endsWith("  -- INSERT searches no rows, so it has no plan.");
        }
    }

    @OnSqliteAndPostgres
    void actual_rows_are_counted_and_rolled_back_where_the_database_can(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Plan plan = plan(db, "delete from users where role_id is null", ACTUAL_ROWS);
            boolean counts = kind == TestDatabase.POSTGRESQL;
            assertThat(plan.text())
                    .contains(
                            counts
                                    ? "scan all of users: (role_id IS NULL) (3 rows)\n  -- The"
                                            + " statement was run again to count these rows, and"
                                            + " rolled back."
                                    : "scan all of users\n  -- SQLite does not count the rows of"
                                            + " each step, so the statement was not run again.");
            db.session().rollback();
            assertThat(db.query(User.class).count()).isEqualTo(3);
        }
    }

    @OnSqliteAndPostgres
    void a_refused_statement_keeps_its_own_error(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Trace trace =
                    db.trace(
                            () -> {
                                try {
                                    plan(db, "select nothing from nowhere", PLANS);
                                } catch (RuntimeException refused) {
                                    return refused;
                                }
                                throw new AssertionError("The statement was not refused.");
                            },
                            PLANS);
            // The statement may have been rejected when it was prepared, so it was never sent.
            assertThat(trace.plans().plans())
                    .allSatisfy(
                            plan ->
                                    assertThat(plan.remark())
                                            .startsWith("The database returned no plan: "));
        }
    }

    @OnSqliteAndPostgres
    void a_plan_is_drawn_by_mermaid_with_every_value_escaped(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            String drawn =
                    plan(db, "select * from users where username = '\"]; ```' or id = 1", PLANS)
                            .markdown();
            String mermaid = drawn.substring(drawn.indexOf("```mermaid\n"));
            assertThat(mermaid).startsWith("```mermaid\ngraph TD\n    n0[\"").endsWith("\n```");
            assertThat(mermaid.split("\"\\]; ", -1)).hasSize(1);
        }
    }

    @OnSqliteAndPostgres
    void a_statement_names_the_line_that_caused_it_only_if_asked(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
            Trace trace = db.trace(() -> db.query(User.class).all(), CALL_SITES);
            assertThat(trace.statements().get(0).callSite()).hasToString("PlansIT.java:" + line);
            assertThat(trace.text()).contains("\n  -- from PlansIT.java:" + line + "\n");
            assertThat(trace.times().text()).contains("PlansIT.java:" + line);
            assertThat(trace.plans().plans()).isEmpty();
            Trace plain = db.trace(() -> db.query(User.class).all());
            assertThat(plain.statements().get(0).callSite()).isNull();
        }
    }
}
