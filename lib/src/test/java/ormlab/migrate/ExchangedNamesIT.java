package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** A name that is in use may become free in the same migration. */
class ExchangedNamesIT {
    @Entity(name = "Pair")
    @Table(name = "pairs")
    static class Pair {
        @Id Integer id;

        @Column(length = 10, unique = true)
        String a;

        Integer b;
        Integer c;
    }

    @Entity(name = "Pair")
    @Table(name = "pairs")
    static class Exchanged {
        @Id Integer id;

        Integer a;

        @Column(length = 10, unique = true)
        String b;

        Integer c;
    }

    @Entity(name = "Pair")
    @Table(name = "pairs")
    static class Shorter {
        @Id Integer id;

        Integer b;

        @Column(length = 10, unique = true)
        String c;
    }

    private static Evolution pairs(TestDatabase database) {
        return Evolution.on(database)
                .create(Pair.class)
                .sql("insert into pairs (id, a, b, c) values (1, 'x', 2, 3)");
    }

    @OnSqliteAndPostgres
    void two_columns_exchange_their_names(TestDatabase database) {
        Evolution db = pairs(database);
        MigrationScript script =
                db.write(
                        Decisions.none()
                                .renamedColumn("pairs", "a", "b")
                                .renamedColumn("pairs", "b", "a"),
                        Exchanged.class);
        db.run(script.upgrade());
        assertThat(db.rows("select a, b, c from pairs")).containsExactly("2|x|3");
        assertThat(db.diff(Exchanged.class).changes()).isEmpty();
        db.run(script.downgrade());
        assertThat(db.rows("select a, b, c from pairs")).containsExactly("x|2|3");
        assertThat(db.diff(Pair.class).changes()).isEmpty();
    }

    @Entity(name = "Span")
    @Table(name = "spans")
    static class Span {
        @Id Integer id;
        Integer low;
        Integer high;
    }

    @OnSqliteAndPostgres
    void the_same_exchange_a_second_time_is_refused(TestDatabase kind, @TempDir Path home) {
        try (Database db = Database.open(kind.freshUrl()).models(Span.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("initial");
            migrations.upgrade();
            db.inTransaction(
                    session -> {
                        session.execute("insert into spans (id, low, high) values (1, 7, 3)");
                    });
            Decisions exchange =
                    Decisions.none()
                            .renamedColumn("spans", "low", "high")
                            .renamedColumn("spans", "high", "low");
            migrations.migrate("exchange", exchange);
            migrations.upgrade();
            assertThat(db.query(Span.class).one().low).isEqualTo(3);
            assertThatThrownBy(() -> migrations.migrate("again", exchange))
                    .hasMessage(
                            "'V2__exchange.sql' has exchanged these names already; the same"
                                    + " statements again would exchange them back. To undo the"
                                    + " exchange, call downgrade().");
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @OnSqliteAndPostgres
    void a_column_takes_the_name_of_one_that_is_dropped(TestDatabase database) {
        Evolution db = pairs(database);
        Decisions renamed = Decisions.none().renamedColumn("pairs", "a", "c");
        assertThatThrownBy(() -> db.write(renamed, Shorter.class))
                .hasMessage(
                        "renamedColumn(\"pairs\", \"a\", \"c\"): table 'pairs' has a column 'c'"
                                + " already. Rename that one as well, or drop it:"
                                + " dropping(\"pairs.c\").");
        MigrationScript script = db.migrate(renamed.dropping("pairs.c"), Shorter.class);
        assertThat(db.rows("select b, c from pairs")).containsExactly("2|x");
        db.run(script.downgrade());
        assertThat(db.rows("select a, b, c from pairs")).containsExactly("x|2|null");
        assertThat(db.diff(Pair.class).changes()).isEmpty();
    }

    @Entity(name = "One")
    @Table(name = "ones")
    static class One {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 10, unique = true)
        String name;
    }

    @Entity(name = "Two")
    @Table(name = "twos")
    static class Two {
        @Id @GeneratedValue Integer id;

        @Column(unique = true)
        Integer name;
    }

    @Entity(name = "One")
    @Table(name = "twos")
    static class OneAsTwos {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 10, unique = true)
        String name;
    }

    @Entity(name = "Two")
    @Table(name = "ones")
    static class TwoAsOnes {
        @Id @GeneratedValue Integer id;

        @Column(unique = true)
        Integer name;
    }

    private static Evolution tables(TestDatabase database) {
        return Evolution.on(database)
                .create(One.class, Two.class)
                .sql(
                        "insert into ones (name) values ('x'), ('y')",
                        "insert into twos (id, name) values (7, 1)");
    }

    @OnSqliteAndPostgres
    void two_tables_exchange_their_names(TestDatabase database) {
        Evolution db = tables(database);
        MigrationScript script =
                db.write(
                        Decisions.none().renamedTable("ones", "twos").renamedTable("twos", "ones"),
                        OneAsTwos.class,
                        TwoAsOnes.class);
        db.run(script.upgrade());
        assertThat(db.diff(OneAsTwos.class, TwoAsOnes.class).changes()).isEmpty();
        db.sql("insert into twos (name) values ('z')");
        assertThat(db.rows("select id, name from twos order by id"))
                .containsExactly("1|x", "2|y", "3|z");
        assertThat(db.rows("select id, name from ones")).containsExactly("7|1");
        db.run(script.downgrade());
        db.sql("insert into ones (name) values ('w')");
        assertThat(db.rows("select max(id) from ones")).containsExactly("4");
        assertThat(db.diff(One.class, Two.class).changes()).isEmpty();
    }

    @OnSqliteAndPostgres
    void a_table_takes_the_name_of_one_that_is_dropped(TestDatabase database) {
        Evolution db = tables(database);
        MigrationScript script =
                db.migrate(
                        Decisions.none().renamedTable("ones", "twos").dropping("twos"),
                        OneAsTwos.class);
        assertThat(db.rows("select id, name from twos order by id")).containsExactly("1|x", "2|y");
        db.run(script.downgrade());
        assertThat(db.rows("select id, name from ones order by id")).containsExactly("1|x", "2|y");
        assertThat(db.rows("select id, name from twos")).isEmpty();
        assertThat(db.diff(One.class, Two.class).changes()).isEmpty();
    }

    @Entity(name = "Odd")
    @Table(
            name = "`My Table`",
            indexes = {
                @Index(name = "`My Index`", columnList = "`Unit Price`"),
                @Index(name = "`my.index`", columnList = "`unit.tax`"),
                @Index(name = "`my key`", columnList = "id, `unit.tax`", unique = true)
            })
    static class Odd {
        @Id Integer id;

        @Column(name = "`Unit Price`")
        Integer price;

        @Column(name = "`unit.tax`", length = 20, unique = true)
        String tax;
    }

    @Entity(name = "Odd")
    @Table(name = "`My Table`", indexes = @Index(name = "`My Index`", columnList = "`Unit.Price`"))
    static class OddRenamed {
        @Id Integer id;

        @Column(name = "`Unit.Price`", nullable = false)
        Integer price;

        @Column(name = "`unit tax`", length = 30, unique = true)
        String tax;
    }

    @OnSqliteAndPostgres
    void names_may_contain_spaces_and_dots(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(Odd.class)
                        .sql("insert into \"My Table\" values (1, null, 'x')");
        assertThat(db.diff(Odd.class).changes()).isEmpty();
        Decisions decisions =
                Decisions.none()
                        .renamedColumn("My Table", "Unit Price", "Unit.Price")
                        .renamedColumn("My Table", "unit.tax", "unit tax")
                        .fill("My Table.Unit.Price", 5);
        MigrationScript script = db.migrate(decisions, OddRenamed.class);
        assertThat(db.rows("select id, \"Unit.Price\", \"unit tax\" from \"My Table\""))
                .containsExactly("1|5|x");
        db.run(script.downgrade());
        assertThat(db.diff(Odd.class).changes()).isEmpty();
    }

    @OnSqliteAndPostgres
    void models_may_have_columns_with_spaces_and_dots(TestDatabase database) {
        try (Database db = database.open(Odd.class)) {
            Odd odd = new Odd();
            odd.id = 1;
            odd.tax = "x";
            db.session().add(odd);
            db.session().commit();
            assertThat(db.rows("select \"unit.tax\" from \"My Table\"").values())
                    .hasToString("[[x]]");
            assertThat(db.query(Odd.class).filterBy("tax", "x").count()).isEqualTo(1);
        }
    }
}
