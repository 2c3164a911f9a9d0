package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** HQL for which Hibernate writes different SQL on each database. */
class StandardQueriesTest {
    @Entity(name = "Employee")
    static class Employee {
        @Id Integer id;

        @Column(unique = true)
        String name;

        int salary;

        @ManyToOne(fetch = FetchType.LAZY)
        Employee boss;

        Employee() {}

        Employee(int id, String name, int salary, Employee boss) {
            this.id = id;
            this.name = name;
            this.salary = salary;
            this.boss = boss;
        }
    }

    private static MappedModel employees(TestDatabase database) {
        MappedModel model = database.create(Employee.class);
        model.write(
                session -> {
                    Employee ann = new Employee(1, "Ann", 90, null);
                    Employee bob = new Employee(2, "Bob", 70, ann);
                    Employee cid = new Employee(3, "Cid", 60, ann);
                    Employee dan = new Employee(4, "Dan", 50, bob);
                    session.persist(ann);
                    session.persist(bob);
                    session.persist(cid);
                    session.persist(dan);
                });
        return model;
    }

    private static int change(MappedModel model, String hql) {
        return model.read(session -> session.createMutationQuery(hql).executeUpdate());
    }

    @OnSqliteAndPostgres
    void a_recursive_query_follows_the_rows(TestDatabase database) {
        try (MappedModel model = employees(database)) {
            assertThat(
                            model.ask(
                                    String.class,
                                    "with below as (select e.id id, e.name name, 0 depth from"
                                            + " Employee e where e.id = 2 union all select e.id id,"
                                            + " e.name name, b.depth + 1 depth from below b join"
                                            + " Employee e on e.boss.id = b.id) select b.name || ' '"
                                            + " || cast(b.depth as String) from below b order by"
                                            + " b.depth"))
                    .containsExactly("Bob 0", "Dan 1");
        }
    }

    @OnSqliteAndPostgres
    void a_recursive_query_stops_at_a_cycle(TestDatabase database) {
        try (MappedModel model = employees(database)) {
            model.write(
                    session ->
                            session.find(Employee.class, 1).boss = session.find(Employee.class, 4));
            assertThat(
                            model.ask(
                                    Integer.class,
                                    "with above as (select e.id id, e.boss.id boss from Employee e"
                                            + " where e.id = 4 union all select e.id id, e.boss.id"
                                            + " boss from above a join Employee e on e.id = a.boss)"
                                            + " cycle id set looped to true default false select"
                                            + " a.id from above a where not a.looped"))
                    .containsExactlyInAnyOrder(4, 2, 1);
        }
    }

    @OnSqliteAndPostgres
    void the_parts_of_a_union_may_be_ordered_and_limited(TestDatabase database) {
        try (MappedModel model = employees(database)) {
            assertThat(
                            model.ask(
                                    String.class,
                                    "(select e.name from Employee e order by e.salary limit 1)"
                                            + " union all (select e.name from Employee e order by"
                                            + " e.salary desc limit 2)"))
                    .containsExactlyInAnyOrder("Dan", "Ann", "Bob");
            assertThat(
                            model.ask(
                                    String.class,
                                    "(select e.name from Employee e where e.id < 3 union select"
                                            + " e.name from Employee e where e.id = 4) except select"
                                            + " e.name from Employee e where e.id = 1"))
                    .containsExactlyInAnyOrder("Bob", "Dan");
        }
    }

    @OnSqliteAndPostgres
    void an_insert_can_keep_or_update_an_existing_row(TestDatabase database) {
        try (MappedModel model = employees(database)) {
            assertThat(
                            change(
                                    model,
                                    "insert into Employee (id, name, salary) values (4, 'Eve', 10),"
                                            + " (5, 'Fay', 20) on conflict(id) do nothing"))
                    .isEqualTo(1);
            assertThat(
                            change(
                                    model,
                                    "insert into Employee (id, name, salary) values (4, 'Dan', 30)"
                                            + " on conflict(id) do update set salary ="
                                            + " excluded.salary + salary"))
                    .isEqualTo(1);
            assertThat(model.rows("select id, name, salary from employee order by id"))
                    .containsExactly("1|Ann|90", "2|Bob|70", "3|Cid|60", "4|Dan|80", "5|Fay|20");
            assertThat(
                            change(
                                    model,
                                    "insert into Employee (id, name, salary) select e.id, e.name, 0"
                                            + " from Employee e on conflict do nothing"))
                    .isZero();
        }
    }

    @OnSqliteAndPostgres
    void an_insert_can_name_the_constraint_of_its_conflict(TestDatabase database) {
        try (MappedModel model = employees(database)) {
            String insert =
                    "insert into Employee (id, name, salary) values (9, 'Ann', 1) on conflict on"
                            + " constraint uq_employee_name do nothing";
            if (database == TestDatabase.POSTGRESQL) {
                assertThat(change(model, insert)).isZero();
            } else {
                assertThatThrownBy(() -> change(model, insert))
                        .hasMessageContaining(
                                "SQLite does not support constraint names in 'on conflict'. Name"
                                        + " the attributes of the constraint 'uq_employee_name'"
                                        + " instead: on conflict(…).");
            }
        }
    }
}
