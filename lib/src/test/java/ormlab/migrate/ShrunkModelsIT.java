package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.migrate.script.Undecided;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Faults that random models found, each shrunk as far as possible. */
class ShrunkModelsIT {
    private static final Decisions ANY = Decisions.none().droppingAnything();

    /**
     * Upgrades, downgrades and upgrades again; each time, the tables are as createAll creates them.
     */
    private MigrationScript thereAndBack(
            TestDatabase database, Decisions decisions, Class<?>[] before, Class<?>... after) {
        Evolution db = Evolution.on(database).create(before);
        List<String> catalogueBefore = Catalogue.of(db);
        List<String> catalogueAfter = Catalogue.of(Evolution.on(database).create(after));
        MigrationScript script = db.migrate(decisions, after);
        assertThat(Catalogue.of(db)).isEqualTo(catalogueAfter);
        db.run(script.downgrade());
        assertThat(Catalogue.of(db)).isEqualTo(catalogueBefore);
        db.run(script.upgrade());
        assertThat(Catalogue.of(db)).isEqualTo(catalogueAfter);
        return script;
    }

    private static Class<?>[] models(Class<?>... classes) {
        return classes;
    }

    // Sequences --------------------------------------------------------------------------------

    @Entity(name = "Beta")
    static class Counted {
        @Id @GeneratedValue Integer id;
    }

    @Entity(name = "Alpha")
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Alpha")
    static class CountedOther {
        @Id @GeneratedValue Integer id;
    }

    @OnSqliteAndPostgres
    void a_renamed_table_leaves_no_sequence_behind(TestDatabase database) {
        Decisions renamed = ANY.renamedTable("beta", "alpha");
        thereAndBack(database, renamed, models(Counted.class), Identity.class);
        thereAndBack(database, renamed, models(Counted.class), CountedOther.class);
    }

    @Test
    void a_sequence_is_renamed_with_its_table_and_continues() {
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Counted.class);
        db.sql("select setval('beta_id_seq', 4711)");
        MigrationScript script = db.migrate(ANY.renamedTable("beta", "alpha"), CountedOther.class);
        assertThat(script.upgrade())
                .contains(
                        "-- Renamed sequence 'beta_id_seq' to 'alpha_id_seq'\n"
                                + "alter sequence beta_id_seq rename to alpha_id_seq;");
        assertThat(db.rows("select last_value from alpha_id_seq")).containsExactly("4711");
        db.run(script.downgrade());
        assertThat(db.rows("select last_value from beta_id_seq")).containsExactly("4711");
    }

    @Entity(name = "Beta")
    static class CountedByName {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(name = "numbers", sequenceName = "all_numbers", allocationSize = 5)
        Integer id;
    }

    @Entity(name = "Beta")
    static class Given {
        @Id Integer id;
    }

    @OnSqliteAndPostgres
    void a_sequence_with_any_name_is_dropped_with_its_generator(TestDatabase database) {
        thereAndBack(database, ANY, models(CountedByName.class), Given.class);
    }

    // Keys -------------------------------------------------------------------------------------

    static class PairId implements Serializable {
        private static final long serialVersionUID = 1L;
        Integer id;
        Integer part;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Entity(name = "Beta")
    @IdClass(PairId.class)
    static class Pair {
        @Id Integer id;
        @Id Integer part;
    }

    @Entity(name = "Gamma")
    static class Linked {
        @Id Integer id;
        @ManyToMany Set<Pair> all;
    }

    @OnSqliteAndPostgres
    void a_dropped_table_does_not_block_changes_to_a_key_it_refers_to(TestDatabase database) {
        thereAndBack(database, ANY, models(Given.class), Pair.class, Linked.class);
        thereAndBack(database, ANY, models(Pair.class, Linked.class), Given.class);
    }

    @Entity(name = "Beta")
    @IdClass(PairId.class)
    static class PairWithWords {
        @Id Integer id;
        @Id Integer part;
        @ElementCollection Set<String> words;
    }

    @Entity(name = "Beta")
    static class WithWords {
        @Id Integer id;
        @ElementCollection Set<String> words;
    }

    /** A reference to several columns needs a row that has them all. */
    @OnSqliteAndPostgres
    void a_downgrade_to_a_key_of_two_columns_refers_to_existing_rows(TestDatabase database) {
        Evolution db = Evolution.on(database).create(PairWithWords.class);
        db.sql(
                "insert into beta (id, part) values (1, 5), (2, 6)",
                "insert into beta_words (beta_id, beta_part, words) values (1, 5, 'a'), (2, 6, 'b')");
        Decisions named =
                ANY.fillSql("beta.part", "id + 4")
                        .fillSql(
                                "beta_words.beta_part",
                                "(select part from beta where id = beta_id)");
        MigrationScript script = db.migrate(named, WithWords.class);
        db.run(script.downgrade());
        assertThat(
                        db.rows(
                                "select beta_id, words from beta_words join beta on id = beta_id"
                                        + " and part = beta_part order by beta_id"))
                .containsExactly("1|a", "2|b");
    }

    // Values for a downgrade -------------------------------------------------------------------

    @Entity(name = "Beta")
    @IdClass(PairId.class)
    @Table(
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "once",
                            columnNames = {"grade", "id"}))
    static class Ranked {
        @Id Integer id;
        @Id Integer part;

        @Column(nullable = false)
        @Enumerated(EnumType.ORDINAL)
        Choice grade;
    }

    @OnSqliteAndPostgres
    void a_downgrade_fills_in_the_decided_values(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Ranked.class);
        db.sql("insert into beta (id, part, grade) values (7, 1, 1), (8, 1, 0), (9, 1, 1)");
        Decisions named = ANY.fill("beta.part", 1).fillSql("beta.grade", "id % 2");
        MigrationScript script = db.migrate(named, Given.class);
        db.run(script.downgrade());
        assertThat(db.rows("select id, part, grade from beta order by id"))
                .containsExactly("7|1|1", "8|1|0", "9|1|1");
        db.run(script.upgrade());
        db.run(script.downgrade());
    }

    @Entity(name = "Beta")
    static class Renamed {
        @Id Integer number;
    }

    @OnSqliteAndPostgres
    void a_value_for_a_downgrade_uses_the_names_after_the_upgrade(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Ranked.class);
        Decisions named =
                ANY.renamedColumn("beta", "id", "number")
                        .fill("beta.part", 1)
                        .fillSql("beta.grade", "id % 2");
        MigrationScript script = db.migrate(named, Renamed.class);
        db.sql("insert into beta (number) values (7), (8)");
        db.run(script.downgrade());
        assertThat(db.rows("select id, part, grade from beta order by id"))
                .containsExactly("7|1|1", "8|1|0");
    }

    @Entity(name = "Beta")
    @Table(
            indexes = @Index(name = "late", columnList = "stock desc, place", unique = true),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "shelf",
                            columnNames = {"live", "amount"}))
    static class Bounded {
        @Id Integer id;

        @Column(nullable = false, check = @CheckConstraint(constraint = "amount >= 1000"))
        Integer amount;

        @Column(nullable = false)
        Boolean live;

        @Column(nullable = false, check = @CheckConstraint(constraint = "stock < 0"))
        Integer stock;

        @Column(
                nullable = false,
                length = 9,
                check = @CheckConstraint(constraint = "length(place) = 3"))
        String place;

        @Column(nullable = false, unique = true)
        LocalDate born;

        @Column(nullable = false, unique = true)
        LocalDateTime made;
    }

    @OnSqliteAndPostgres
    void a_downgrade_without_a_value_runs_without_rows(TestDatabase database) {
        thereAndBack(database, ANY, models(Ranked.class), Given.class);
        thereAndBack(database, ANY, models(Ranked.class), Pair.class);
        thereAndBack(database, ANY, models(Bounded.class), Given.class);
    }

    /** No value is invented, because a wrong one would look like a real one. */
    @OnSqliteAndPostgres
    void a_downgrade_without_a_value_fails_with_rows(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Bounded.class);
        MigrationScript script = db.migrate(ANY, Given.class);
        assertThat(script.downgrade())
                .contains(
                        """
                        -- Added column 'beta.amount'
                        -- It may not be null, and no value was named for existing rows: this fails while 'beta' has any.
                        -- Add one here, or name it when you write the migration: fill("beta.amount", …).
                        """);
        db.sql("insert into beta (id) values (7)");
        assertThatThrownBy(() -> db.run(script.downgrade())).hasMessageContaining("amount");
        assertThat(db.rows("select id from beta")).containsExactly("7");
        db.sql("delete from beta");
        db.run(script.downgrade());
    }

    @Entity(name = "Beta")
    static class Graded {
        @Id Integer id;

        @Column(nullable = false)
        Integer grade;
    }

    @Entity(name = "Beta")
    static class Ungraded {
        @Id Integer id;
        Integer grade;
    }

    @OnSqliteAndPostgres
    void a_downgrade_fills_the_value_into_rows_that_became_null(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Graded.class);
        MigrationScript script = db.migrate(ANY.fill("beta.grade", 3), Ungraded.class);
        db.sql("insert into beta (id, grade) values (7, null), (8, 1)");
        db.run(script.downgrade());
        assertThat(db.rows("select id, grade from beta order by id")).containsExactly("7|3", "8|1");
    }

    // Renamed constraints in the way -----------------------------------------------------------

    @Entity(name = "Delta")
    @Table(check = @CheckConstraint(name = "few_delta", constraint = "id < 1000"))
    static class FewNarrow {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "next_id", foreignKey = @ForeignKey(name = "follows_delta"))
        FewNarrow next;
    }

    @Entity(name = "Epsilon")
    @Table(check = @CheckConstraint(name = "few_epsilon", constraint = "id < 1000"))
    static class FewWide {
        @Id Long id;

        @ManyToOne
        @JoinColumn(name = "next_id", foreignKey = @ForeignKey(name = "follows_epsilon"))
        FewWide next;
    }

    @OnSqliteAndPostgres
    void a_renamed_constraint_is_dropped_and_restored_around_a_type_change(TestDatabase database) {
        Decisions renamed = ANY.renamedTable("delta", "epsilon");
        thereAndBack(database, renamed, models(FewNarrow.class), FewWide.class);
    }

    // Inheritance ------------------------------------------------------------------------------

    @Entity(name = "Beta")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Base {
        @Id Integer id;

        @Column(unique = true)
        Integer hits;
    }

    @Entity(name = "Kid")
    static class Kid extends Base {
        @Column(unique = true)
        Integer more;
    }

    /** PostgreSQL accepts each constraint name only once. */
    @OnSqliteAndPostgres
    void tables_of_an_entity_and_its_subclass_share_no_constraint_name(TestDatabase database) {
        MigrationScript script =
                thereAndBack(database, ANY, models(Given.class), Base.class, Kid.class);
        assertThat(script.upgrade())
                .contains("uq_beta_hits")
                .contains("uq_kid_hits")
                .contains("uq_kid_more");
    }

    // Computed columns -------------------------------------------------------------------------

    @Entity(name = "Beta")
    static class Wide {
        @Id Long id;
    }

    @Entity(name = "Beta")
    static class Virtual {
        @Id Integer id;

        @GeneratedColumn("id * 2")
        Long twice;
    }

    @Entity(name = "Beta")
    @Table(indexes = @Index(columnList = "twice, id"))
    static class Computed {
        @Id Integer id;

        @Column(
                unique = true,
                comment = "computed",
                insertable = false,
                updatable = false,
                columnDefinition = "bigint generated always as (id * 2) stored")
        Long twice;
    }

    @Entity(name = "Beta")
    @Table(indexes = @Index(columnList = "twice, id"))
    static class WideComputed {
        @Id Long id;

        @Column(
                unique = true,
                comment = "computed",
                insertable = false,
                updatable = false,
                columnDefinition = "bigint generated always as (id * 2) stored")
        Long twice;
    }

    @Entity(name = "Beta")
    @Table(indexes = @Index(columnList = "twice, id"))
    static class OtherComputed {
        @Id Long id;

        @Column(
                unique = true,
                comment = "computed",
                insertable = false,
                updatable = false,
                columnDefinition = "bigint generated always as (id * 3) stored")
        Long twice;
    }

    @OnSqliteAndPostgres
    void a_computed_column_is_recreated_when_its_source_changes(TestDatabase database) {
        thereAndBack(database, ANY, models(Wide.class), Virtual.class);
        thereAndBack(database, ANY, models(Wide.class), Computed.class);
        thereAndBack(database, ANY, models(Virtual.class), WideComputed.class);
        thereAndBack(database, ANY, models(Computed.class), WideComputed.class);
        thereAndBack(database, ANY, models(Computed.class), OtherComputed.class);
        thereAndBack(database, ANY, models(WideComputed.class), OtherComputed.class);
    }

    // Enumerations -----------------------------------------------------------------------------

    /** A list of values that becomes a PostgreSQL type. */
    enum Choice {
        NEW,
        OLD
    }

    @Entity(name = "Beta")
    static class Spelled {
        @Id Integer id;
        String state;
        String[] states;
    }

    @Entity(name = "Beta")
    static class Chosen {
        @Id Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Choice state;

        @Column(columnDefinition = "choice[]")
        String[] states;
    }

    /** Values cannot be checked against a type that the same migration creates. */
    @Test
    void a_text_column_can_get_a_type_created_in_the_same_migration() {
        thereAndBack(TestDatabase.POSTGRESQL, ANY, models(Spelled.class), Chosen.class);
        Evolution db = Evolution.on(TestDatabase.POSTGRESQL).create(Spelled.class);
        db.sql("insert into beta values (1, 'NEW', '{OLD,NULL}'), (2, null, null)");
        MigrationScript script = db.migrate(ANY, Chosen.class);
        db.run(script.downgrade());
        assertThat(db.rows("select id, state, states from beta order by id"))
                .containsExactly("1|NEW|{OLD,NULL}", "2|null|null");
        db.sql("insert into beta values (3, 'LOST', '{OLD,LOST}')");
        assertThatThrownBy(() -> db.write(Decisions.none(), Chosen.class))
                .isInstanceOf(Undecided.class)
                .hasMessageContaining(
                        "beta.state becomes Choice, but 1 row does not fit: id 3 ('LOST').")
                .hasMessageContaining(
                        "beta.states becomes choice[], but 1 row does not fit: id 3"
                                + " ('{OLD,LOST}').");
    }

    // The order of drops -----------------------------------------------------------------------

    @Entity(name = "Alpha")
    static class Parent {
        @Id Integer id;
    }

    @Entity(name = "Delta")
    static class Child {
        @Id Integer id;
        @ManyToOne Parent parent;
    }

    @Entity(name = "Epsilon")
    static class Grandchild {
        @Id Integer id;
        @ManyToOne Child parent;
    }

    @Entity(name = "Chicken")
    static class Chicken {
        @Id Integer id;
        @ManyToOne Egg from;
    }

    @Entity(name = "Egg")
    static class Egg {
        @Id Integer id;

        @ManyToOne
        @JoinColumn(name = "hen_id")
        Chicken hen;
    }

    private static List<String> dropped(String script) {
        Matcher drop = Pattern.compile("drop table (\\w+)").matcher(script);
        List<String> tables = new ArrayList<>();
        while (drop.find()) {
            tables.add(drop.group(1));
        }
        return tables;
    }

    @OnSqliteAndPostgres
    void referring_tables_are_dropped_first(TestDatabase database) {
        Class<?>[] family = {Given.class, Parent.class, Child.class, Grandchild.class};
        MigrationScript goes = thereAndBack(database, ANY, family, Given.class);
        assertThat(dropped(goes.upgrade())).containsExactly("epsilon", "delta", "alpha");
        MigrationScript comes = thereAndBack(database, ANY, models(Given.class), family);
        assertThat(dropped(comes.downgrade())).containsExactly("epsilon", "delta", "alpha");
    }

    @OnSqliteAndPostgres
    void tables_that_refer_to_each_other_can_be_dropped(TestDatabase database) {
        Class<?>[] circle = {Given.class, Chicken.class, Egg.class};
        MigrationScript goes = thereAndBack(database, ANY, circle, Given.class);
        assertThat(dropped(goes.upgrade())).containsExactlyInAnyOrder("chicken", "egg");
    }
}
