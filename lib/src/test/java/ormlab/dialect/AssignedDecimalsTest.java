package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.math.BigDecimal;
import java.util.List;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class AssignedDecimalsTest {
    private static final String TWO_DIGITS =
            "%s keeps 2 digits after the point, but %s has 3. Round it, or declare"
                    + " @Column(precision = 11, scale = 3).";

    @Embeddable
    record Money(@Column(precision = 10, scale = 2) BigDecimal amount, String currency) {}

    @Entity
    static class Item {
        @Id Long id;

        @Column(precision = 10, scale = 2)
        BigDecimal price;

        @Column(precision = 30, scale = 20)
        BigDecimal fine;

        @Column(precision = 18)
        BigDecimal whole;

        @Embedded Money money;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id Long id;

        @Column(precision = 10, scale = 2)
        BigDecimal price;
    }

    @Entity
    static class Car extends Vehicle {
        @Column(precision = 10, scale = 2)
        BigDecimal tax;
    }

    @OnSqliteAndPostgres
    void a_decimal_that_its_column_would_round_is_refused_in_hql(TestDatabase database) {
        try (MappedModel model = database.create(Item.class)) {
            change(model, "insert Item(id, price) values (1, 2.5), (2, -3)");
            for (String set : List.of("price = 2.999", "price = 2.999bd")) {
                assertThatThrownBy(() -> change(model, "update Item set " + set))
                        .isInstanceOf(UnstorableValue.class)
                        .hasMessage(TWO_DIGITS.formatted("Item.price", "2.999"));
            }
            for (String hql :
                    List.of(
                            "update Item set price = ?1",
                            "insert Item(id, price) values (3, ?1)",
                            "insert Item(id, price) values (2, 1.5) on conflict(id) do update set"
                                    + " price = ?1")) {
                for (int run = 0; run < 2; run++) {
                    assertThatThrownBy(() -> change(model, hql, "2.999"))
                            .as(hql)
                            .isInstanceOf(UnstorableValue.class)
                            .hasMessage(TWO_DIGITS.formatted("Item.price", "2.999"));
                }
            }
            assertThatThrownBy(() -> change(model, "insert Item(id, price) values (4, 1.125)"))
                    .hasMessage(TWO_DIGITS.formatted("Item.price", "1.125"));
            assertThatThrownBy(() -> change(model, "update Item set money.amount = 0.125"))
                    .hasMessage(TWO_DIGITS.formatted("Item.money.amount", "0.125"));
            assertThatThrownBy(
                            () ->
                                    model.read(
                                            session ->
                                                    session.createMutationQuery(
                                                                    "update Item set money = ?1")
                                                            .setParameter(
                                                                    1,
                                                                    new Money(
                                                                            new BigDecimal("0.125"),
                                                                            "EUR"))
                                                            .executeUpdate()))
                    .hasMessage(TWO_DIGITS.formatted("Item.money.amount", "0.125"));
            assertThat(prices(model)).containsExactly("2.50", "-3.00");
        }
    }

    @OnSqliteAndPostgres
    void a_fitting_decimal_is_stored_and_a_computed_one_is_rounded(TestDatabase database) {
        try (MappedModel model = database.create(Item.class)) {
            change(model, "insert Item(id, price) values (1, 2.5), (2, -3)");
            assertThat(change(model, "update Item set price = ?1 where price > 2.499", "2.990"))
                    .isOne();
            assertThat(prices(model)).containsExactly("2.99", "-3.00");
            change(model, "update Item set price = price * 1.125");
            assertThat(prices(model)).containsExactly("3.36", "-3.38");
            change(model, "update Item set price = price * ?1", "1.001");
            assertThat(prices(model)).containsExactly("3.36", "-3.38");
            change(model, "update Item set whole = 123456789012345677L");
            change(model, "update Item set whole = whole + 1, price = null");
            assertThat(model.ask(BigDecimal.class, "select whole from Item where price is null"))
                    .containsOnly(new BigDecimal("123456789012345678"));
        }
    }

    @OnSqliteAndPostgres
    void the_decimals_of_two_tables_are_checked(TestDatabase database) {
        try (MappedModel model = database.create(Vehicle.class, Car.class)) {
            for (String attribute : List.of("tax", "price")) {
                assertThatThrownBy(() -> change(model, "update Car set " + attribute + " = 0.125"))
                        .isInstanceOf(UnstorableValue.class)
                        .hasMessageContaining(attribute + " keeps 2 digits after the point");
            }
            for (String row : List.of("1, 0.125, 1", "2, 1, 0.125", "3, ?1, 1", "4, 1, ?1")) {
                String hql = "insert Car(id, price, tax) values (9, 1, 1), (" + row + ")";
                String[] binds = row.contains("?1") ? new String[] {"0.125"} : new String[0];
                for (int run = 0; run < 2; run++) {
                    assertThatThrownBy(() -> change(model, hql, binds))
                            .as(hql)
                            .isInstanceOf(UnstorableValue.class)
                            .hasMessageContaining("keeps 2 digits after the point, but 0.125");
                }
            }
            assertThat(change(model, "insert Car(id, price, tax) values (5, ?1, 2.5)", "0.120"))
                    .isOne();
            assertThat(model.ask(BigDecimal.class, "select price from Car"))
                    .containsExactly(new BigDecimal("0.12"));
        }
    }

    @OnSqliteAndPostgres
    void a_literal_of_more_digits_than_sqlite_keeps_is_refused(TestDatabase database) {
        try (MappedModel model = database.create(Item.class)) {
            change(model, "insert Item(id, price) values (1, 2.5)");
            String hql = "update Item set fine = 0.12345678901234567bd";
            if (database == TestDatabase.POSTGRESQL) {
                assertThat(change(model, hql)).isOne();
            } else {
                assertThatThrownBy(() -> change(model, hql))
                        .isInstanceOf(UnstorableValue.class)
                        .hasMessageEndingWith(
                                "the decimal 0.12345678901234567 has 17 digits; SQLite keeps 15"
                                        + " exactly. Round it, or store it as text or in"
                                        + " PostgreSQL.");
            }
        }
    }

    private static int change(MappedModel model, String hql, String... decimals) {
        return model.read(
                session -> {
                    var query = session.createMutationQuery(hql);
                    for (int i = 0; i < decimals.length; i++) {
                        query.setParameter(i + 1, new BigDecimal(decimals[i]));
                    }
                    return query.executeUpdate();
                });
    }

    private static List<String> prices(MappedModel model) {
        return model.ask(BigDecimal.class, "select price from Item order by id").stream()
                .map(BigDecimal::toString)
                .toList();
    }
}
