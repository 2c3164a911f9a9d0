package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.migrate.script.Undecided;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * A migration asks how to convert a column that stores the same values in another way, in both
 * directions.
 */
class EnumStorageIT {
    private static final String TO_NAMES =
            "case size when 0 then 'S' when 1 then 'M' when 2 then 'L' end";
    private static final String TO_NUMBERS =
            "case size when 'S' then 0 when 'M' then 1 when 'L' then 2 end";

    enum Size {
        S,
        M,
        L
    }

    @Entity(name = "Shirt")
    @Table(name = "shirts")
    static class ByNumber {
        @Id Integer id;
        Size size;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirts")
    static class ByName {
        @Id Integer id;

        @Enumerated(EnumType.STRING)
        Size size;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirts")
    static class InWords {
        @Id Integer id;

        @Column(length = 20)
        String size;
    }

    @Entity(name = "Shirt")
    @Table(name = "shirts")
    static class InCentimetres {
        @Id Integer id;

        @Column(check = @CheckConstraint(name = "ck_shirts_size", constraint = "size > 40"))
        Integer size;
    }

    private static void asks(Evolution db, Class<?> model, String words) {
        assertThatThrownBy(() -> db.write(Decisions.none(), model))
                .isInstanceOf(Undecided.class)
                .hasMessageStartingWith("One thing must be decided")
                .hasMessageEndingWith("\n- " + words);
    }

    private static Evolution byNumber(TestDatabase database) {
        return Evolution.on(database)
                .create(ByNumber.class)
                .sql("insert into shirts values (1, 2), (2, 0), (3, null)");
    }

    @OnSqliteAndPostgres
    void an_enum_by_number_becomes_one_by_name_and_back(TestDatabase database) {
        Evolution db = byNumber(database);
        asks(
                db,
                ByName.class,
                "shirts.size becomes varchar(255), but the check 'ck_shirts_size' (size in"
                        + " ('S','M','L')) rejects 2 rows: id 1 ('2'), id 2 ('0'). Pass"
                        + " Decisions.none().converting(\"shirts.size\", \""
                        + TO_NAMES
                        + "\").");

        String withElse = "case size when 0 then 'S' when 1 then 'M' else 'L' end";
        for (String expression : new String[] {TO_NAMES, withElse + " || ''"}) {
            Decisions decided =
                    Decisions.none()
                            .converting(
                                    "shirts.size",
                                    "case when size is not null then " + expression + " end");
            MigrationScript script = db.migrate(decided, ByName.class);
            assertThat(db.rows("select id, size from shirts order by id"))
                    .containsExactly("1|L", "2|S", "3|null");
            db.run(script.downgrade());
            assertThat(db.rows("select id, size from shirts order by id"))
                    .containsExactly("1|2", "2|0", "3|null");
            assertThat(db.diff(ByNumber.class).changes()).isEmpty();
        }
    }

    @OnSqliteAndPostgres
    void an_enum_by_name_becomes_one_by_number_and_back(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(ByName.class)
                        .sql("insert into shirts values (1, 'L'), (2, 'S'), (3, null)");
        String type = database == TestDatabase.SQLITE ? "tinyint" : "smallint";
        asks(
                db,
                ByNumber.class,
                "shirts.size becomes "
                        + type
                        + ", but 2 rows do not fit: id 1 ('L'), id 2 ('S'). Pass Decisions.none()"
                        + ".converting(\"shirts.size\", \""
                        + TO_NUMBERS
                        + "\").");
        Decisions decided = Decisions.none().converting("shirts.size", TO_NUMBERS);
        MigrationScript script = db.migrate(decided, ByNumber.class);
        assertThat(db.rows("select size from shirts order by id"))
                .containsExactly("2", "0", "null");
        db.run(script.downgrade());
        assertThat(db.rows("select size from shirts order by id"))
                .containsExactly("L", "S", "null");
    }

    @OnSqliteAndPostgres
    void a_conversion_without_a_list_of_values_asks_about_the_downgrade(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(InCentimetres.class)
                        .sql("insert into shirts values (1, 60), (2, 50)");
        String toWords = "case when size > 55 then 'wide' else 'narrow' end";
        assertThatThrownBy(
                        () ->
                                db.write(
                                        Decisions.none().converting("shirts.size", toWords),
                                        InWords.class))
                .hasMessageEndingWith(
                        "\n- A downgrade makes shirts.size integer again, into which 2 values would"
                                + " not fit: id 1 ('wide'), id 2 ('narrow'). Pass Decisions.none()"
                                + ".converting(\"shirts.size\", \"…\", \"…\").");
        MigrationScript script =
                db.migrate(
                        Decisions.none()
                                .converting(
                                        "shirts.size",
                                        toWords,
                                        "case size when 'wide' then 60 else 50 end"),
                        InWords.class);
        assertThat(db.rows("select size from shirts order by id"))
                .containsExactly("wide", "narrow");
        db.run(script.downgrade());
        assertThat(db.rows("select size from shirts order by id")).containsExactly("60", "50");
    }

    @OnSqliteAndPostgres
    void rows_are_checked_with_the_values_that_they_will_have(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(InWords.class)
                        .sql("insert into shirts values (1, '30'), (2, '50')");
        asks(
                db,
                InCentimetres.class,
                "shirts.size becomes integer, but the check 'ck_shirts_size' (size > 40) rejects 1"
                        + " row: id 1 ('30'). Pass Decisions.none().converting(\"shirts.size\","
                        + " \"…\").");
        assertThatThrownBy(
                        () ->
                                db.write(
                                        Decisions.none().converting("shirts.size", "length(size)"),
                                        InCentimetres.class))
                .hasMessageEndingWith(
                        "\n- The check 'ck_shirts_size' (size > 40) cannot be added: 2 rows of shirts"
                                + " break it: id 1, id 2. Change or delete these rows first.");
        db.migrate(
                Decisions.none().converting("shirts.size", "cast(size as integer) + 20"),
                InCentimetres.class);
        assertThat(db.rows("select size from shirts order by id")).containsExactly("50", "70");
    }
}
