package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.DiscriminatorFormula;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class InheritanceTest {
    @Entity(name = "Animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal {
        @Id @GeneratedValue Long id;

        String name;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        int tricks;
    }

    @Entity(name = "Account")
    @DiscriminatorFormula("case when balance < 0 then 'debit' else 'credit' end")
    @DiscriminatorValue("credit")
    static class Account {
        @Id Integer id;

        int balance;
    }

    @Entity(name = "Overdrawn")
    @DiscriminatorValue("debit")
    static class Overdrawn extends Account {
        String warning;
    }

    private static int change(MappedModel model, String hql) {
        return model.read(session -> session.createMutationQuery(hql).executeUpdate());
    }

    @OnSqliteAndPostgres
    void hql_inserts_into_joined_tables_with_generated_ids(TestDatabase database) {
        try (MappedModel model = database.create(Animal.class, Dog.class)) {
            assertThat(
                            change(
                                    model,
                                    "insert into Dog (name, tricks) values ('Rex', 3), ('Fido', 1)"))
                    .isEqualTo(2);
            assertThat(
                            change(
                                    model,
                                    "insert into Dog (name, tricks) select d.name || '''s pup', 0"
                                            + " from Dog d"))
                    .isEqualTo(2);
            assertThat(
                            model.ask(
                                    String.class,
                                    "select name || ' ' || cast(tricks as String) from Dog order by"
                                            + " name"))
                    .containsExactly("Fido 1", "Fido's pup 0", "Rex 3", "Rex's pup 0");
        }
    }

    @OnSqliteAndPostgres
    void a_formula_distinguishes_the_classes_of_a_table(TestDatabase database) {
        try (MappedModel model = database.create(Account.class, Overdrawn.class)) {
            model.sql("insert into account (id, balance, warning) values (1, 5, null)");
            model.sql("insert into account (id, balance, warning) values (2, -5, 'Pay!')");
            assertThat(model.ask(String.class, "select warning from Overdrawn"))
                    .containsExactly("Pay!");
            assertThat(model.rows("select * from account where id = 1"))
                    .containsExactly("1|5|null");
        }
    }
}
