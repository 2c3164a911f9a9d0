package ormlab.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class SchemaIT {
    @Entity
    @Table(name = "roles")
    static class Role {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Integer id;

        @Column(length = 64, unique = true)
        String name;
    }

    @Entity
    @Table(
            name = "people",
            comment = "who writes: 'authors' and others",
            indexes = @Index(columnList = "name"))
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(comment = "it's required")
        String name;

        @ManyToOne Role role;
        @ManyToOne Person boss;
        @ManyToMany Set<Role> formerRoles = new HashSet<>();
    }

    @OnSqliteAndPostgres
    void only_what_is_missing_is_created(TestDatabase database) {
        try (MappedModel model = database.map(Person.class, Role.class)) {
            String other = database == TestDatabase.SQLITE ? "integer" : "serial";
            model.sql("create table roles (id " + other + " primary key, extra text)");

            assertThat(model.createTables())
                    .contains("people", "people_former_roles")
                    .doesNotContain("roles");
            assertThat(model.createTables()).isEmpty();
            assertThat(model.rows("select extra from roles")).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void a_failure_creates_nothing(TestDatabase database) {
        try (MappedModel model = database.map(Person.class, Role.class)) {
            model.sql("create table x (name text)");
            model.sql("create index ix_people_name on x (name)");

            assertThatThrownBy(model::createTables).hasMessageContaining("ix_people_name");
            assertThatThrownBy(() -> model.rows("select * from people"))
                    .hasMessageContaining("people");
        }
    }

    @OnSqliteAndPostgres
    void drop_all_leaves_other_tables_alone(TestDatabase database) {
        try (MappedModel model = database.create(Person.class, Role.class)) {
            model.write(
                    session -> {
                        Role role = new Role();
                        session.persist(role);
                        Person person = new Person();
                        person.role = role;
                        person.boss = person;
                        person.formerRoles.add(role);
                        session.persist(person);
                    });
            model.sql("create table guest (name text)");
            model.onConnection(
                    connection -> {
                        model.schema().dropAll(connection);
                        return null;
                    });

            assertThat(model.rows("select * from guest")).isEmpty();
            assertThat(model.createTables()).contains("people", "people_former_roles", "roles");
        }
    }

    @OnSqliteAndPostgres
    void statements_are_the_same_in_every_run(TestDatabase database) {
        List<String> first;
        try (MappedModel model = database.map(Person.class, Role.class)) {
            first = model.schema().createStatements();
        }
        try (MappedModel model = database.map(Role.class, Person.class)) {
            assertThat(model.schema().createStatements()).isEqualTo(first);
        }
    }

    @Test
    void comments_may_contain_apostrophes() {
        try (MappedModel model = TestDatabase.POSTGRESQL.create(Person.class, Role.class)) {
            assertThat(model.rows("select obj_description('people'::regclass)"))
                    .containsExactly("who writes: 'authors' and others");
            assertThat(model.schema().createStatements())
                    .contains("comment on column people.name is 'it''s required'");
        }
    }

    @OnSqliteAndPostgres
    void the_model_can_be_shown(TestDatabase database) {
        try (MappedModel model = database.map(Person.class, Role.class)) {
            ormlab.schema.Table people =
                    model.schema().tables().stream()
                            .filter(table -> table.name().name().equals("people"))
                            .findFirst()
                            .orElseThrow();
            assertThat(people.columnNames()).containsExactly("id", "name", "role_id", "boss_id");
            assertThat(people.inPrimaryKey("id")).isTrue();
            assertThat(people.columns().get(1).typeSql()).isEqualTo("varchar(255)");
            assertThat(people.foreignKeys())
                    .contains(
                            new ForeignKey(
                                    "fk_people_role_id_roles",
                                    List.of("role_id"),
                                    TableName.of("roles"),
                                    List.of("id"),
                                    "no action",
                                    "no action",
                                    ""));
            assertThat(people.indexes())
                    .extracting(index -> index.name() + index.columns() + index.unique())
                    .containsExactly("ix_people_name[name]false");
            assertThat(people.comment()).contains("who writes: 'authors' and others");
        }
    }

    @OnSqliteAndPostgres
    void both_columns_of_a_link_table_are_its_key(TestDatabase database) {
        try (MappedModel model = database.map(Person.class, Role.class)) {
            ormlab.schema.Table pairs =
                    model.schema().tables().stream()
                            .filter(table -> table.name().name().equals("people_former_roles"))
                            .findFirst()
                            .orElseThrow();
            assertThat(pairs.columnNames()).hasSize(2).allMatch(pairs::inPrimaryKey);
            assertThat(new ErDiagram(List.of(pairs)).text())
                    .contains("primary key, refers to people.id")
                    .contains("primary key, refers to roles.id");
        }
    }
}
