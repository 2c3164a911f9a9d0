package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.List;
import java.util.function.BiFunction;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Compares values with all rows, or any row, of a subquery. */
class AllAndAnyTest {
    @Entity(name = "Node")
    static class Node {
        @Id Integer id;

        Integer flags;

        Node() {}

        Node(int id, Integer flags) {
            this.id = id;
            this.flags = flags;
        }
    }

    /** Creates nodes 1 to 4 with flags of the same number, and node 5 without any. */
    private static MappedModel nodes(TestDatabase database) {
        MappedModel model = database.create(Node.class);
        model.write(
                session -> {
                    for (int i = 1; i <= 4; i++) {
                        session.persist(new Node(i, i));
                    }
                    session.persist(new Node(5, null));
                });
        return model;
    }

    @OnSqliteAndPostgres
    void all_and_any_in_hql(TestDatabase database) {
        Object[][] cases = {
            {"n.flags > all (select m.flags from Node m where m.id < 3)", List.of(3, 4)},
            {"n.flags >= all (select m.flags from Node m where m.id < 3)", List.of(2, 3, 4)},
            {"n.flags < all (select m.flags from Node m where m.id between 2 and 4)", List.of(1)},
            {"n.flags <= all (select m.flags from Node m where m.id in (2, 3))", List.of(1, 2)},
            {"n.flags = all (select m.flags from Node m where m.id = 2)", List.of(2)},
            {"n.flags <> all (select m.flags from Node m where m.id < 3)", List.of(3, 4)},
            {"n.flags >= any (select m.flags from Node m where m.id in (3, 4))", List.of(3, 4)},
            {"n.flags > any (select m.flags from Node m where m.id in (3, 4))", List.of(4)},
            {"n.flags < some (select m.flags from Node m where m.id in (2, 3))", List.of(1, 2)},
            {"n.flags <= any (select m.flags from Node m where m.id < 3)", List.of(1, 2)},
            {"n.flags = any (select m.flags from Node m where m.id < 3)", List.of(1, 2)},
            {"n.flags <> any (select m.flags from Node m where m.id = 3)", List.of(1, 2, 4)},
            // Without rows, and with a null that decides.
            {"n.flags > all (select m.flags from Node m where m.id > 9)", List.of(1, 2, 3, 4, 5)},
            {"n.flags > any (select m.flags from Node m where m.id > 9)", List.of()},
            {"n.flags > all (select m.flags from Node m where m.id in (1, 5))", List.of()},
            {
                "not (n.flags > all (select m.flags from Node m where m.id in (2, 5)))",
                List.of(1, 2)
            },
            {"not (n.flags > any (select m.flags from Node m where m.id in (2, 5)))", List.of()},
            {"n.flags > any (select m.flags from Node m where m.id in (2, 5))", List.of(3, 4)},
            // Subqueries with more clauses.
            {"n.flags > all (select m.flags from Node m order by m.id limit 2)", List.of(3, 4)},
            {
                "n.flags >= all (select max(m.flags) from Node m where m.id < 4 group by mod(m.id, 2))",
                List.of(3, 4)
            },
            {
                "n.flags < all (select m.flags from Node m where m.id = 3"
                        + " union all select m.flags from Node m where m.id = 4)",
                List.of(1, 2)
            },
            {"n.flags > all (select m.flags from Node m where m.id < n.id)", List.of(1, 2, 3, 4)},
        };
        try (MappedModel model = nodes(database)) {
            for (Object[] each : cases) {
                String hql = "select n.id from Node n where " + each[0] + " order by n.id";
                assertThat(model.ask(Integer.class, hql)).as((String) each[0]).isEqualTo(each[1]);
            }
        }
    }

    @OnSqliteAndPostgres
    void all_and_any_in_criteria(TestDatabase database) {
        try (MappedModel model = nodes(database)) {
            assertThat(ids(model, CriteriaBuilder::all, ">")).containsExactly(4);
            assertThat(ids(model, CriteriaBuilder::any, ">")).containsExactly(3, 4);
            assertThat(ids(model, CriteriaBuilder::some, "<")).containsExactly(1, 2);
        }
    }

    private static List<Integer> ids(
            MappedModel model,
            BiFunction<CriteriaBuilder, Subquery<Integer>, Expression<Integer>> quantifier,
            String operator) {
        return model.read(
                session -> {
                    CriteriaBuilder criteria = session.getCriteriaBuilder();
                    CriteriaQuery<Integer> query = criteria.createQuery(Integer.class);
                    Root<Node> node = query.from(Node.class);
                    Subquery<Integer> some = query.subquery(Integer.class);
                    Root<Node> other = some.from(Node.class);
                    some.select(other.get("flags")).where(other.get("id").in(2, 3));
                    Expression<Integer> rows = quantifier.apply(criteria, some);
                    Expression<Integer> flags = node.get("flags");
                    query.select(node.get("id"))
                            .where(
                                    operator.equals(">")
                                            ? criteria.greaterThan(flags, rows)
                                            : criteria.lessThan(flags, rows))
                            .orderBy(criteria.asc(node.get("id")));
                    return session.createQuery(query).getResultList();
                });
    }
}
