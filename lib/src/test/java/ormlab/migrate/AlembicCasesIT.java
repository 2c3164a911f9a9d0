package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.migrate.script.Undecided;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * Changes that Alembic's documentation says its autogenerate detects, detects optionally, or cannot
 * detect. This library detects all of them, and the scripts upgrade and downgrade.
 */
class AlembicCasesIT {
    @Entity(name = "User")
    @Table(name = "users")
    static class Plain {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        Integer age;
    }

    @Entity(name = "Role")
    @Table(name = "roles")
    static class Role {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class WithColumn extends Base {
        Double height;
    }

    /** The part that every version of the model has. */
    @MappedSuperclass
    static class Base {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class NotNull {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @Column(nullable = false)
        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(columnList = "name"))
    static class Indexed extends Base {}

    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(name = "ix_users_name", columnList = "name desc"))
    static class IndexedDown extends Base {}

    @Entity(name = "User")
    @Table(
            name = "users",
            uniqueConstraints = @UniqueConstraint(name = "uq_name", columnNames = "name"))
    static class Unique extends Base {}

    @Entity(name = "User")
    @Table(
            name = "users",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_name",
                            columnNames = {"name", "age"}))
    static class UniquePair extends Base {}

    @Entity(name = "User")
    @Table(name = "users")
    static class UniqueUnnamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, unique = true)
        String name;

        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Referring extends Base {
        @ManyToOne Role role;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class ReferringCascade extends Base {
        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Role role;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Longer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 100)
        String name;

        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class OtherType {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @Column(precision = 10, scale = 2)
        BigDecimal age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class OtherScale {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @Column(precision = 12, scale = 3)
        BigDecimal age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Defaulted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @ColumnDefault("18")
        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class DefaultedHigher {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @ColumnDefault("21")
        Integer age;
    }

    @Entity(name = "Person")
    @Table(name = "people")
    static class RenamedTable extends Base {}

    @Entity(name = "User")
    @Table(name = "users")
    static class RenamedColumn {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String fullName;

        Integer age;
    }

    enum Mood {
        GOOD,
        BAD
    }

    enum MoreMoods {
        GOOD,
        BAD,
        SLEEPY
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class WithEnum extends Base {
        @Enumerated(EnumType.STRING)
        Mood mood;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class WithLargerEnum extends Base {
        @Enumerated(EnumType.STRING)
        MoreMoods mood;
    }

    @Entity(name = "User")
    @Table(name = "users", check = @CheckConstraint(name = "ck_adult", constraint = "age >= 18"))
    static class Checked extends Base {}

    @Entity(name = "User")
    @Table(name = "users", check = @CheckConstraint(name = "ck_adult", constraint = "age >= 21"))
    static class CheckedHigher extends Base {}

    @Entity(name = "User")
    @Table(name = "users")
    static class OtherKey {
        @Id Integer id;

        @Id
        @Column(length = 64)
        String name;

        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(name = "s", sequenceName = "numbers")
        Integer id;

        @Column(length = 64)
        String name;

        Integer age;
    }

    @Entity(name = "User")
    @Table(name = "users", comment = "who may log in")
    static class Commented {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, comment = "as shown")
        String name;

        Integer age;
    }

    /** One row of the documentation's table. */
    private record Case(
            String alembic,
            List<TestDatabase> engines,
            Class<?>[] before,
            Class<?>[] after,
            List<String> lines,
            List<String> back) {
        @Override
        public String toString() {
            return alembic;
        }
    }

    private static Case of(
            String alembic, Class<?> before, Class<?> after, String line, String back) {
        return new Case(
                alembic,
                List.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL),
                new Class<?>[] {before},
                new Class<?>[] {after},
                List.of(line.split("\n")),
                List.of(back.split("\n")));
    }

    private static Case postgres(
            String alembic, Class<?> before, Class<?> after, String line, String back) {
        Case all = of(alembic, before, after, line, back);
        return new Case(
                alembic,
                List.of(TestDatabase.POSTGRESQL),
                all.before,
                all.after,
                all.lines,
                all.back);
    }

    private static Case and(Class<?> more, Case all) {
        Class<?>[] before = {all.before[0], more};
        Class<?>[] after = {all.after[0], more};
        return new Case(all.alembic, all.engines, before, after, all.lines, all.back);
    }

    static Stream<Arguments> cases() {
        return CASES.stream()
                .flatMap(each -> each.engines.stream().map(e -> Arguments.of(each, e)));
    }

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "detects: table additions, removals",
                            List.of(TestDatabase.SQLITE, TestDatabase.POSTGRESQL),
                            new Class<?>[] {Plain.class},
                            new Class<?>[] {Plain.class, Role.class},
                            List.of("Detected added table 'roles'"),
                            List.of("Detected removed table 'roles'")),
                    of(
                            "detects: column additions, removals",
                            Plain.class,
                            WithColumn.class,
                            "Detected added column 'users.height'",
                            "Detected removed column 'users.height'"),
                    of(
                            "detects: change of nullable status on columns",
                            Plain.class,
                            NotNull.class,
                            "Detected NOT NULL on column 'users.age'",
                            "Detected NULL on column 'users.age'"),
                    of(
                            "detects: basic changes in indexes",
                            Plain.class,
                            Indexed.class,
                            "Detected added index 'ix_users_name' on 'users' (name)",
                            "Detected removed index 'ix_users_name' on 'users'"),
                    of(
                            "beyond: the order of an index",
                            Indexed.class,
                            IndexedDown.class,
                            "Detected changed index 'ix_users_name' on 'users': (name) to (name desc)",
                            "Detected changed index 'ix_users_name' on 'users': (name desc) to (name)"),
                    of(
                            "detects: explicitly named unique constraints",
                            Plain.class,
                            Unique.class,
                            "Detected added unique constraint 'uq_name' on 'users' (name)",
                            "Detected removed unique constraint 'uq_name' on 'users'"),
                    of(
                            "detects: a unique constraint over other columns",
                            Unique.class,
                            UniquePair.class,
                            "Detected removed unique constraint 'uq_name' on 'users'\n"
                                    + "Detected added unique constraint 'uq_name' on 'users' (name, age)",
                            "Detected removed unique constraint 'uq_name' on 'users'\n"
                                    + "Detected added unique constraint 'uq_name' on 'users' (name)"),
                    and(
                            Role.class,
                            of(
                                    "detects: basic changes in foreign key constraints",
                                    Plain.class,
                                    Referring.class,
                                    "Detected added column 'users.role_id'\n"
                                            + "Detected added foreign key (role_id)(id) on table users",
                                    "Detected removed column 'users.role_id'\n"
                                            + "Detected removed foreign key (role_id)(id) on table users")),
                    and(
                            Role.class,
                            of(
                                    "detects: on delete of a foreign key",
                                    Referring.class,
                                    ReferringCascade.class,
                                    "Detected removed foreign key (role_id)(id) on table users\n"
                                            + "Detected added foreign key (role_id)(id) on table users",
                                    "Detected removed foreign key (role_id)(id) on table users\n"
                                            + "Detected added foreign key (role_id)(id) on table users")),
                    of(
                            "detects on request: change of column type",
                            Plain.class,
                            OtherType.class,
                            "Detected type change from integer to numeric(10,2) on 'users.age'",
                            "Detected type change from numeric(10,2) to integer on 'users.age'"),
                    of(
                            "detects on request: precision and scale",
                            OtherType.class,
                            OtherScale.class,
                            "Detected type change from numeric(10,2) to numeric(12,3) on 'users.age'",
                            "Detected type change from numeric(12,3) to numeric(10,2) on 'users.age'"),
                    postgres(
                            "detects on request: length",
                            Plain.class,
                            Longer.class,
                            "Detected type change from varchar(64) to varchar(100) on 'users.name'",
                            "Detected type change from varchar(100) to varchar(64) on 'users.name'"),
                    of(
                            "detects on request: server default",
                            Plain.class,
                            Defaulted.class,
                            "Detected server default change from none to 18 on column 'users.age'",
                            "Detected server default change from 18 to none on column 'users.age'"),
                    of(
                            "detects on request: another server default",
                            Defaulted.class,
                            DefaultedHigher.class,
                            "Detected server default change from 18 to 21 on column 'users.age'",
                            "Detected server default change from 21 to 18 on column 'users.age'"),
                    of(
                            "cannot detect: anonymously named constraints",
                            Plain.class,
                            UniqueUnnamed.class,
                            "Detected added unique constraint 'uq_users_name' on 'users' (name)",
                            "Detected removed unique constraint 'uq_users_name' on 'users'"),
                    of(
                            "cannot detect: an enum where the database has none",
                            WithEnum.class,
                            WithLargerEnum.class,
                            "Detected changed check constraint 'ck_users_mood' on 'users': "
                                    + "{GOOD,BAD} to {GOOD,BAD,SLEEPY}",
                            "Detected changed check constraint 'ck_users_mood' on 'users': "
                                    + "{GOOD,BAD,SLEEPY} to {GOOD,BAD}"),
                    of(
                            "cannot detect: free-standing checks",
                            Plain.class,
                            Checked.class,
                            "Detected added check constraint 'ck_adult' on 'users'",
                            "Detected removed check constraint 'ck_adult' on 'users'"),
                    of(
                            "cannot detect: a check that asks for something else",
                            Checked.class,
                            CheckedHigher.class,
                            "Detected changed check constraint 'ck_adult' on 'users': age >= 18 to age >= 21",
                            "Detected changed check constraint 'ck_adult' on 'users': age >= 21 to age >= 18"),
                    postgres(
                            "cannot detect: sequence additions and removals",
                            Plain.class,
                            Sequenced.class,
                            "Detected added sequence 'numbers'\n"
                                    + "Detected removed numbering of ids on column 'users.id'",
                            "Detected removed sequence 'numbers'\n"
                                    + "Detected added numbering of ids on column 'users.id'"),
                    postgres(
                            "detects: comments",
                            Plain.class,
                            Commented.class,
                            "Detected column comment 'users.name'\nDetected table comment 'users'",
                            "Detected removed column comment 'users.name'\n"
                                    + "Detected removed table comment 'users'"));

    @ParameterizedTest
    @MethodSource("cases")
    void every_case_is_detected_and_can_be_undone(Case row, TestDatabase database) {
        Evolution db = Evolution.on(database).create(row.before);
        assertThat(db.diff(row.before).changes()).isEmpty();
        List<String> start = Catalogue.of(db);
        // A sequence is normally recognised by its table; this one has a name of its own.
        db.rules(db.rules().knowing(Set.of("numbers")));

        assertThat(lines(db, row.after)).isEqualTo(row.lines);
        MigrationScript script = db.migrate(Decisions.none(), row.after);
        assertThat(lines(db, row.before)).isEqualTo(row.back);

        db.run(script.downgrade());
        assertThat(db.diff(row.before).changes()).isEmpty();
        assertThat(Catalogue.of(db)).isEqualTo(start);
        db.run(script.upgrade());
        assertThat(db.diff(row.after).changes()).isEmpty();
    }

    private static List<String> lines(Evolution db, Class<?>... model) {
        return db.diff(model).changes().stream()
                .map(Change::words)
                .map(words -> words.replace(" DESC)", " desc)"))
                .map(AlembicCasesIT::withoutSpelling)
                .toList();
    }

    /** Removes differences in how databases write a list of values. */
    private static String withoutSpelling(String words) {
        if (!words.contains("ck_users_mood")) {
            return words;
        }
        String[] sides = words.substring(words.indexOf(": ") + 2).split(" to ");
        return words.substring(0, words.indexOf(": ") + 2)
                + values(sides[0])
                + " to "
                + values(sides[1]);
    }

    private static String values(String condition) {
        return Arrays.stream(condition.split("'"))
                .filter(part -> part.matches("[A-Z]+"))
                .toList()
                .toString()
                .replace(", ", ",")
                .replace('[', '{')
                .replace(']', '}');
    }

    @OnSqliteAndPostgres
    void a_primary_key_over_other_columns_is_detected(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Plain.class);

        assertThat(lines(db, OtherKey.class))
                .contains("Detected primary key change from (id) to (id, name) on table 'users'");
        MigrationScript script = db.migrate(Decisions.none(), OtherKey.class);
        db.run(script.downgrade());
        assertThat(db.diff(Plain.class).changes()).isEmpty();
    }

    @Test
    void on_sqlite_a_length_is_also_a_check() {
        Evolution db = Evolution.on(TestDatabase.SQLITE).create(Plain.class);

        assertThat(lines(db, Longer.class))
                .containsExactly(
                        "Detected type change from varchar(64) to varchar(100) on 'users.name'",
                        "Detected changed check constraint 'ck_users_name_length' on 'users': "
                                + "length(name) <= 64 to length(name) <= 100");
    }

    @OnSqliteAndPostgres
    void a_renamed_table_is_asked_about_where_alembic_drops_and_adds(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Plain.class);
        db.sql("insert into users (name, age) values ('susan', 30)");

        assertThatThrownBy(() -> db.write(Decisions.none(), RenamedTable.class))
                .isInstanceOf(Undecided.class)
                .hasMessage(
                        """
                        One thing must be decided before the migration is written:
                        - Table 'users' is gone and 'people' is new, with nearly the same columns. Was it renamed? \
                        Pass Decisions.none().renamedTable("users", "people") or .notRenamed("users").""");

        Decisions decisions = Decisions.none().renamedTable("users", "people");
        MigrationScript script = db.migrate(decisions, RenamedTable.class);
        assertThat(db.rows("select id, name, age from people")).containsExactly("1|susan|30");
        db.run(script.downgrade());
        assertThat(db.rows("select id, name, age from users")).containsExactly("1|susan|30");
        assertThat(db.diff(Plain.class).changes()).isEmpty();
    }

    @OnSqliteAndPostgres
    void a_renamed_column_is_asked_about_where_alembic_drops_and_adds(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Plain.class);
        db.sql("insert into users (name, age) values ('susan', 30)");

        assertThatThrownBy(() -> db.write(Decisions.none(), RenamedColumn.class))
                .isInstanceOf(Undecided.class)
                .hasMessage(
                        """
                        One thing must be decided before the migration is written:
                        - Column 'users.name' is gone and 'users.full_name' is new, both varchar(64). Was it renamed? \
                        Pass Decisions.none().renamedColumn("users", "name", "full_name") or .notRenamed("users.name").""");

        Decisions decisions = Decisions.none().renamedColumn("users", "name", "full_name");
        MigrationScript script = db.migrate(decisions, RenamedColumn.class);
        assertThat(db.rows("select id, full_name, age from users")).containsExactly("1|susan|30");
        db.run(script.downgrade());
        assertThat(db.rows("select id, name, age from users")).containsExactly("1|susan|30");
        assertThat(db.diff(Plain.class).changes()).isEmpty();
    }
}
