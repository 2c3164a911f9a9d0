package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Consumer;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class NumbersIT {
    private Thing stored(TestDatabase database, Consumer<Thing> values) {
        try (MappedModel model = database.create(Thing.class)) {
            return Thing.stored(model, values);
        }
    }

    @OnSqliteAndPostgres
    void the_smallest_and_largest_numbers_come_back_unchanged(TestDatabase database) {
        try (MappedModel model = database.create(Thing.class)) {
            Thing least =
                    Thing.stored(
                            model,
                            thing -> {
                                thing.tiny = Byte.MIN_VALUE;
                                thing.small = Short.MIN_VALUE;
                                thing.whole = Integer.MIN_VALUE;
                                thing.big = Long.MIN_VALUE;
                                thing.single = Float.MIN_VALUE;
                                thing.real = Double.MIN_VALUE;
                            });
            assertThat(least.tiny).isEqualTo(Byte.MIN_VALUE);
            assertThat(least.small).isEqualTo(Short.MIN_VALUE);
            assertThat(least.whole).isEqualTo(Integer.MIN_VALUE);
            assertThat(least.big).isEqualTo(Long.MIN_VALUE);
            assertThat(least.single).isEqualTo(Float.MIN_VALUE);
            assertThat(least.real).isEqualTo(Double.MIN_VALUE);
            Thing greatest =
                    Thing.stored(
                            model,
                            thing -> {
                                thing.tiny = Byte.MAX_VALUE;
                                thing.small = Short.MAX_VALUE;
                                thing.whole = Integer.MAX_VALUE;
                                thing.big = Long.MAX_VALUE;
                                thing.single = Float.MAX_VALUE;
                                thing.real = Double.MAX_VALUE;
                            });
            assertThat(greatest.tiny).isEqualTo(Byte.MAX_VALUE);
            assertThat(greatest.small).isEqualTo(Short.MAX_VALUE);
            assertThat(greatest.whole).isEqualTo(Integer.MAX_VALUE);
            assertThat(greatest.big).isEqualTo(Long.MAX_VALUE);
            assertThat(greatest.single).isEqualTo(Float.MAX_VALUE);
            assertThat(greatest.real).isEqualTo(Double.MAX_VALUE);
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                double real = Double.longBitsToDouble(random.nextLong());
                if (Double.isFinite(real)) {
                    assertThat(Thing.stored(model, thing -> thing.real = real).real)
                            .isEqualTo(real);
                }
            }
        }
    }

    @OnSqliteAndPostgres
    void infinity_comes_back_unchanged(TestDatabase database) {
        Thing read = stored(database, thing -> thing.real = Double.NEGATIVE_INFINITY);
        assertThat(read.real).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @OnSqliteAndPostgres
    void nan_is_stored_or_refused(TestDatabase database) {
        if (database == TestDatabase.POSTGRESQL) {
            assertThat(stored(database, thing -> thing.real = Double.NaN).real).isNaN();
        } else {
            assertThatThrownBy(() -> stored(database, thing -> thing.real = Double.NaN))
                    .isInstanceOf(UnstorableValue.class)
                    .hasMessageStartingWith("NaN cannot be stored");
            assertThatThrownBy(() -> stored(database, thing -> thing.single = Float.NaN))
                    .isInstanceOf(UnstorableValue.class);
        }
    }

    @OnSqliteAndPostgres
    void decimals_come_back_with_their_scale(TestDatabase database) {
        try (MappedModel model = database.create(Thing.class)) {
            for (String price :
                    new String[] {
                        "10.10", "0.00", "-0.01", "0.10", "100.00", "9999999999.99", "1234567890.12"
                    }) {
                Thing read = Thing.stored(model, thing -> thing.price = new BigDecimal(price));
                assertThat(read.price).isEqualTo(new BigDecimal(price));
            }
            assertThat(Thing.stored(model, thing -> thing.price = new BigDecimal("1E+3")).price)
                    .isEqualTo(new BigDecimal("1000.00"));
            assertThat(
                            Thing.stored(
                                            model,
                                            thing -> thing.huge = new BigInteger("1").shiftLeft(58))
                                    .huge)
                    .isEqualTo(BigInteger.ONE.shiftLeft(58));
        }
    }

    @OnSqliteAndPostgres
    void decimals_of_many_digits_are_stored_exactly_or_refused(TestDatabase database) {
        BigDecimal value = new BigDecimal("123456.7890123456");
        if (database == TestDatabase.POSTGRESQL) {
            assertThat(stored(database, thing -> thing.fine = value).fine).isEqualTo(value);
        } else {
            assertThatThrownBy(() -> stored(database, thing -> thing.fine = value))
                    .isInstanceOf(UnstorableValue.class)
                    .hasMessage(
                            "thing.fine: the decimal 123456.7890123456 has 16 digits; SQLite keeps"
                                    + " 15 exactly. Round it, or store it as text or in"
                                    + " PostgreSQL.");
        }
    }

    @OnSqliteAndPostgres
    void decimals_too_long_for_their_column_are_refused(TestDatabase database) {
        assertThatThrownBy(() -> stored(database, thing -> thing.price = new BigDecimal("10.125")))
                .isInstanceOf(UnstorableValue.class)
                .hasMessage(
                        "Thing.price keeps 2 digits after the point, but 10.125 has 3. Round it, or"
                                + " declare @Column(precision = 13, scale = 3).");
        assertThatThrownBy(
                        () ->
                                stored(
                                        database,
                                        thing -> thing.price = new BigDecimal("12345678901")))
                .isInstanceOf(UnstorableValue.class)
                .hasMessage(
                        "Thing.price keeps 10 digits before the point, but 12345678901 has 11."
                                + " Declare @Column(precision = 13, scale = 2).");
    }

    @OnSqliteAndPostgres
    void decimals_compare_and_add_up(TestDatabase database) {
        try (MappedModel model = database.create(Thing.class)) {
            for (int i = 1; i <= 30; i++) {
                BigDecimal price = new BigDecimal("0.10").multiply(BigDecimal.valueOf(i));
                Thing.stored(model, thing -> thing.price = price);
            }
            Object[] row =
                    model.askOne(
                            Object[].class,
                            "select sum(price), min(price), max(price), sum(price * 3),"
                                    + " max(price) - 0.10bd from Thing");
            assertThat(row)
                    .usingElementComparator((a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b))
                    .containsExactly(
                            new BigDecimal("46.50"),
                            new BigDecimal("0.10"),
                            new BigDecimal("3.00"),
                            new BigDecimal("139.50"),
                            new BigDecimal("2.90"));
            assertThat(
                            model.ask(
                                    BigDecimal.class,
                                    "select price from Thing where price = ?1 or price > 2.85"
                                            + " order by price desc",
                                    new BigDecimal("0.3")))
                    .containsExactly(
                            new BigDecimal("3.00"), new BigDecimal("2.90"), new BigDecimal("0.30"));
        }
    }
}
