package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class BulkChangesTest {
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id @GeneratedValue Long id;

        String name;
    }

    @Entity
    static class Car extends Vehicle {
        int doors;
    }

    @OnSqliteAndPostgres
    void rows_of_two_tables_are_changed_together_without_leaving_a_helper_table(
            TestDatabase database) {
        try (MappedModel model = database.create(Vehicle.class, Car.class)) {
            model.write(
                    session -> {
                        for (int doors = 2; doors <= 5; doors++) {
                            Car car = new Car();
                            car.doors = doors;
                            session.persist(car);
                        }
                    });
            int updated =
                    model.read(
                            session ->
                                    session.createMutationQuery(
                                                    "update Car set name = 'van', doors = 9 where"
                                                            + " doors > 3")
                                            .executeUpdate());
            assertThat(updated).isEqualTo(2);
            int deleted =
                    model.read(
                            session ->
                                    session.createMutationQuery("delete from Car where doors = 9")
                                            .executeUpdate());
            assertThat(deleted).isEqualTo(2);
            assertThat(model.ask(Long.class, "select id from Vehicle")).hasSize(2);
            String tables =
                    database == TestDatabase.SQLITE
                            ? "select name from sqlite_master where type = 'table' and name not like"
                                    + " 'sqlite%'"
                            : "select tablename from pg_tables where schemaname = 'public'";
            assertThat(model.rows(tables))
                    .allMatch(
                            table ->
                                    table.equals("car")
                                            || table.equals("vehicle")
                                            || table.endsWith("_seq"));
        }
    }
}
