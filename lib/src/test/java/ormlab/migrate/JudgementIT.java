package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.TableRules;
import ormlab.migrate.script.Undecided;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Questions contain the values, and there are no unnecessary questions. */
class JudgementIT {
    private static final String ONE =
            "One thing must be decided before the migration is written:\n- ";

    @TempDir Path folder;

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id Integer id;

        @Column(length = 64)
        String name;

        String bio;
        Integer score;
    }

    @Entity(name = "Role")
    @Table(name = "roles")
    static class Role {
        @Id Integer id;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class WithoutBio {
        @Id Integer id;

        @Column(length = 64)
        String name;

        Integer score;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class WithAge {
        @Id Integer id;

        @Column(length = 64)
        String name;

        String bio;
        Integer score;

        @Column(nullable = false)
        int age;

        @Column(nullable = false)
        LocalDate born;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Stricter {
        @Id Integer id;

        @Column(length = 64, nullable = false)
        String name;

        String bio;
        Integer score;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Shorter {
        @Id Integer id;

        @Column(length = 5)
        String name;

        String bio;
        Integer score;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class NumberedBio {
        @Id Integer id;

        @Column(length = 64)
        String name;

        Integer bio;
        Integer score;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class UniqueName {
        @Id Integer id;

        @Column(length = 64, unique = true)
        String name;

        String bio;
        Integer score;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Referring {
        @Id Integer id;

        @Column(length = 64)
        String name;

        String bio;

        @ManyToOne
        @jakarta.persistence.JoinColumn(name = "score")
        Role score;
    }

    @Entity(name = "User")
    @Table(
            name = "users",
            check = @CheckConstraint(name = "ck_score", constraint = "score between 0 and 10"))
    static class Checked {
        @Id Integer id;

        @Column(length = 64)
        String name;

        String bio;
        Integer score;
    }

    private Evolution users(TestDatabase database) {
        return Evolution.on(database)
                .create(User.class, Role.class)
                .sql(
                        "insert into users (id, name, bio, score) values (1, 'fred', '7', 3),"
                                + " (2, 'susan', null, 30), (3, 'susan', 'long', null), (4, null, null, null)");
    }

    private static void asks(Evolution db, String words, Class<?>... model) {
        assertThatThrownBy(() -> db.write(Decisions.none(), model))
                .isInstanceOf(Undecided.class)
                .hasMessage(ONE + words);
    }

    @OnSqliteAndPostgres
    void a_dropped_column_that_holds_values_needs_consent(TestDatabase database) {
        Evolution db = users(database);
        asks(
                db,
                "users.bio holds 2 values, which dropping it loses."
                        + " Pass Decisions.none().dropping(\"users.bio\").",
                WithoutBio.class,
                Role.class);

        var script =
                db.migrate(Decisions.none().dropping("users.bio"), WithoutBio.class, Role.class);
        assertThat(script.upgrade()).contains("-- DESTROYS DATA: removed column 'users.bio'\n");
        db.run(script.downgrade());
        assertThat(db.rows("select id, name, bio from users where id = 1"))
                .containsExactly("1|fred|null");
    }

    @OnSqliteAndPostgres
    void a_dropped_column_that_may_not_be_null_is_asked_about_once_with_its_downgrade(
            TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(WithAge.class, Role.class)
                        .sql("insert into users (id, age, born) values (1, 40, '2000-02-29')");
        String downgrade =
                " It may not be null, so without a value to fill in, a downgrade fails while there"
                        + " are rows.";
        assertThatThrownBy(() -> db.write(Decisions.none(), User.class, Role.class))
                .hasMessage(
                        "2 things must be decided before the migration is written:"
                                + "\n- users.age holds 1 value, which dropping it loses."
                                + downgrade
                                + " Pass Decisions.none().dropping(\"users.age\")"
                                + " or .dropping(\"users.age\").fill(\"users.age\", 0)."
                                + "\n- users.born holds 1 value, which dropping it loses."
                                + downgrade
                                + " Pass Decisions.none().dropping(\"users.born\") or"
                                + " .dropping(\"users.born\").fill(\"users.born\","
                                + " LocalDate.now()).");
        var decisions =
                Decisions.none()
                        .dropping("users.age", "users.born")
                        .fill("users.age", 18)
                        .fill("users.born", LocalDate.of(2008, 1, 1));
        db.run(db.migrate(decisions, User.class, Role.class).downgrade());
        assertThat(db.rows("select age, born from users")).containsExactly("18|2008-01-01");
    }

    @OnSqliteAndPostgres
    void a_dropped_table_that_holds_rows_needs_consent(TestDatabase database) {
        Evolution db = users(database);
        asks(
                db,
                "Table 'users' holds 4 rows, which dropping it loses."
                        + " Pass Decisions.none().dropping(\"users\").",
                Role.class);
        assertThat(db.migrate(Decisions.none().droppingAnything(), Role.class).upgrade())
                .isEqualTo(
                        """
                        -- DESTROYS DATA: removed table 'users'
                        drop table users;
                        """);
    }

    @OnSqliteAndPostgres
    void empty_tables_lose_nothing_and_need_no_value(TestDatabase database) {
        Evolution db = users(database).sql("delete from users");
        db.write(Decisions.none(), WithoutBio.class, Role.class);
        db.write(Decisions.none(), WithAge.class, Role.class);
        db.write(Decisions.none(), Stricter.class, Role.class);
        db.write(Decisions.none(), Role.class);
    }

    @OnSqliteAndPostgres
    void a_new_column_that_may_not_be_null_needs_a_value_for_each_row(TestDatabase database) {
        Evolution db = users(database);
        assertThatThrownBy(() -> db.write(Decisions.none(), WithAge.class, Role.class))
                .hasMessage(
                        """
                        2 things must be decided before the migration is written:
                        - users.age may not be null, but users has 4 rows without a value for it. \
                        Pass Decisions.none().fill("users.age", 0) or .fillSql("users.age", "…").
                        - users.born may not be null, but users has 4 rows without a value for it. \
                        Pass Decisions.none().fill("users.born", LocalDate.now()) or .fillSql("users.born", "…").""");

        Decisions decisions =
                Decisions.none()
                        .fillSql("users.age", "id + 10")
                        .fill("users.born", LocalDate.of(2000, 2, 29));
        db.migrate(decisions, WithAge.class, Role.class);
        assertThat(db.rows("select age, born from users where id = 3"))
                .containsExactly("13|2000-02-29");
    }

    @OnSqliteAndPostgres
    void a_column_that_may_no_longer_be_null_needs_a_value_for_nulls(TestDatabase database) {
        Evolution db = users(database);
        asks(
                db,
                "users.name may no longer be null, but it is in 1 row: id 4."
                        + " Pass Decisions.none().fill(\"users.name\", \"…\")"
                        + " or .fillSql(\"users.name\", \"…\").",
                Stricter.class,
                Role.class);
        db.migrate(Decisions.none().fill("users.name", "it's"), Stricter.class, Role.class);
        assertThat(db.rows("select name from users order by id"))
                .containsExactly("fred", "susan", "susan", "it's");
    }

    @OnSqliteAndPostgres
    void values_that_do_not_fit_are_named_and_truncated_only_with_consent(TestDatabase database) {
        Evolution db = users(database).sql("update users set name = 'alexandra' where id > 1");
        asks(
                db,
                "users.name becomes varchar(5), but 3 rows do not fit: id 2 ('alexandra'), id 3"
                        + " ('alexandra'), id 4 ('alexandra'). They can be cut."
                        + " Pass Decisions.none().dropping(\"users.name\")"
                        + " or .converting(\"users.name\", \"…\").",
                Shorter.class,
                Role.class);
        db.migrate(Decisions.none().dropping("users.name"), Shorter.class, Role.class);
        assertThat(db.rows("select name from users where id = 2")).containsExactly("alexa");
    }

    @OnSqliteAndPostgres
    void values_of_another_type_are_converted_as_decided(TestDatabase database) {
        Evolution db = users(database);
        asks(
                db,
                "users.bio becomes integer, but 1 row does not fit: id 3 ('long')."
                        + " Pass Decisions.none().converting(\"users.bio\", \"…\").",
                NumberedBio.class,
                Role.class);
        Decisions decisions =
                Decisions.none()
                        .converting(
                                "users.bio",
                                "case bio when 'long' then 4 else cast(bio as integer) end");
        db.migrate(decisions, NumberedBio.class, Role.class);
        assertThat(db.rows("select bio from users where bio > 0 order by id"))
                .containsExactly("7", "4");
    }

    @OnSqliteAndPostgres
    void values_that_all_fit_are_not_asked_about(TestDatabase database) {
        Evolution db = users(database).sql("update users set bio = null where bio = 'long'");
        db.migrate(Decisions.none(), NumberedBio.class, Role.class);
        assertThat(db.rows("select bio + 1 from users where id = 1")).containsExactly("8");
    }

    @OnSqliteAndPostgres
    void duplicates_prevent_a_unique_constraint(TestDatabase database) {
        asks(
                users(database),
                "The unique constraint 'uq_users_name' on users (name) cannot be added: 'susan'"
                        + " in 2 rows. Change or delete these rows first.",
                UniqueName.class,
                Role.class);
    }

    @OnSqliteAndPostgres
    void orphans_prevent_a_foreign_key(TestDatabase database) {
        asks(
                users(database).sql("insert into roles (id) values (3)"),
                "The foreign key from users (score) to roles cannot be added: 1 row refers to"
                        + " nothing: id 2 ('30'). Change or delete these rows first.",
                Referring.class,
                Role.class);
    }

    @OnSqliteAndPostgres
    void violating_rows_prevent_a_check(TestDatabase database) {
        asks(
                users(database),
                "The check 'ck_score' (score between 0 and 10) cannot be added: 1 row of users"
                        + " breaks it: id 2. Change or delete these rows first.",
                Checked.class,
                Role.class);
    }

    @OnSqliteAndPostgres
    void a_decision_about_an_unknown_name_suggests_the_nearest(TestDatabase database) {
        Evolution db = users(database);
        assertThatThrownBy(
                        () -> db.diff(Decisions.none().renamedTable("user", "people"), User.class))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "renamedTable(\"user\", \"people\"): the database has no table 'user'."
                                + " Did you mean 'users'?");
        assertThatThrownBy(
                        () ->
                                db.diff(
                                        Decisions.none().renamedColumn("users", "nam", "title"),
                                        User.class))
                .hasMessage(
                        "renamedColumn(\"users\", \"nam\", \"title\"): table 'users' has no column"
                                + " 'nam'. Did you mean 'name'?");
    }

    @OnSqliteAndPostgres
    void having_no_models_differs_from_having_no_difference(TestDatabase database) {
        Evolution db = users(database);
        assertThat(db.diff(User.class, Role.class))
                .hasToString("No difference: all 2 tables in the database match the models.");
        assertThat(db.diff(new Class<?>[0]))
                .hasToString(
                        "No models are registered, so there is nothing to compare the database"
                                + " with. Register them first: db.models(User.class, …).");
        assertThat(db.diff(new Class<?>[0]).hasNoModels()).isTrue();
    }

    @OnSqliteAndPostgres
    void tables_that_are_not_ours_are_left_alone(TestDatabase database) {
        Evolution db = users(database);
        db.sql(
                "create table flyway_schema_history (x integer)",
                "create table hte_users (x integer)",
                "create table guests (x integer)");
        assertThat(db.diff(User.class, Role.class).changes()).isEmpty();

        TableRules known = db.rules().knowing(java.util.Set.of("guests", "flyway_schema_history"));
        db.rules(known);
        assertThat(db.diff(User.class, Role.class)).hasToString("Detected removed table 'guests'");
        db.rules(known.ignoring("gue*", "roles"));
        assertThat(db.diff(User.class).changes()).isEmpty();
    }

    enum Mood {
        GOOD,
        BAD
    }

    @Entity(name = "Day")
    static class Day {
        @Id Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood mood;
    }

    @Test
    void a_removed_enum_value_is_named_with_its_rows() {
        Class<?>[] less =
                ormlab.testing.CellClasses.compile(
                        folder,
                        1,
                        "public enum Mood { GOOD, SLEEPY }"
                                + " @jakarta.persistence.Entity(name = \"Day\") public static class Day {"
                                + " @jakarta.persistence.Id public Integer id;"
                                + " @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)"
                                + " public Mood mood; }");
        Class<?> day = less[0].isEnum() ? less[1] : less[0];
        Evolution db =
                Evolution.on(TestDatabase.POSTGRESQL)
                        .create(Day.class)
                        .sql("insert into day (id, mood) values (1, 'GOOD'), (2, 'BAD')");

        assertThat(db.diff(day))
                .hasToString("Detected changed type 'mood': (BAD, GOOD) to (GOOD, SLEEPY)");
        asks(
                db,
                "Type 'mood' loses 'BAD', which day.mood holds in 1 row: id 2 ('BAD')."
                        + " Pass Decisions.none().converting(\"day.mood\", \"…\").",
                day);
        var script =
                db.migrate(
                        Decisions.none()
                                .converting(
                                        "day.mood",
                                        "(case mood::text when 'BAD' then 'SLEEPY' else mood::text"
                                                + " end)::mood"),
                        day);
        assertThat(db.rows("select mood from day order by id")).containsExactly("GOOD", "SLEEPY");
        db.sql("update day set mood = 'GOOD'");
        db.run(script.downgrade());
        assertThat(db.diff(Day.class).changes()).isEmpty();
    }

    @Entity(name = "Day")
    static class DayWithoutMood {
        @Id Integer id;
    }

    @Entity(name = "Night")
    static class Night {
        @Id Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood mood;
    }

    @Test
    void a_removed_enum_value_is_not_asked_about_if_its_column_or_table_is_dropped()
            throws Exception {
        Class<?>[] less =
                ormlab.testing.CellClasses.compile(
                        folder,
                        2,
                        "public enum Mood { GOOD, SLEEPY }"
                                + " @jakarta.persistence.Entity(name = \"Rain\") public static class Rain {"
                                + " @jakarta.persistence.Id public Integer id;"
                                + " @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)"
                                + " public Mood mood; }");
        Class<?> rain = less[0].isEnum() ? less[1] : less[0];
        Evolution db =
                Evolution.on(TestDatabase.POSTGRESQL)
                        .create(Day.class, Night.class)
                        .sql(
                                "insert into day values (1, 'BAD')",
                                "insert into night values (1, 'BAD')");
        asks(
                db,
                "day.mood holds 1 value, which dropping it loses."
                        + " Pass Decisions.none().dropping(\"day.mood\").",
                DayWithoutMood.class,
                Night.class);
        var script =
                db.migrate(
                        Decisions.none().dropping("day.mood", "night"), DayWithoutMood.class, rain);
        db.run(script.downgrade());
        assertThat(db.diff(Day.class, Night.class).changes()).isEmpty();
    }

    @Entity(name = "Flag")
    @Table(name = "flags")
    static class NumberFlag {
        @Id Integer id;
        Integer a;
        Long b;
        Short c;
        Double d;
    }

    @Entity(name = "Flag")
    @Table(name = "flags")
    static class BooleanFlag {
        @Id Integer id;
        Boolean a;
        Boolean b;
        Boolean c;
        Boolean d;
    }

    @Entity(name = "Visit")
    @Table(name = "visits")
    static class TextVisit {
        @Id Integer id;

        @Column(length = 30)
        String day;

        @Column(length = 30)
        String began;

        @Column(length = 30)
        String clock;
    }

    @Entity(name = "Visit")
    @Table(name = "visits")
    static class TimedVisit {
        @Id Integer id;
        LocalDate day;
        LocalDateTime began;
        LocalTime clock;
    }

    @OnSqliteAndPostgres
    void only_dates_and_times_become_dates_and_times(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(TextVisit.class)
                        .sql(
                                "insert into visits values"
                                        + " (1, '2026-11-30', '2026-11-30 10:15:00', '10:15:00'),"
                                        + " (2, '2460000.5', '2', '1.5'), (3, null, null, null)");
        for (String column :
                List.of("day becomes date", "began becomes timestamp", "clock becomes time")) {
            assertThatThrownBy(() -> db.migrate(Decisions.none(), TimedVisit.class))
                    .hasMessageContaining("visits." + column)
                    .hasMessageContaining("1 row does not fit: id 2 (");
        }
        db.sql("delete from visits where id = 2");
        var script = db.migrate(Decisions.none(), TimedVisit.class);
        assertThat(db.rows("select count(*) from visits where clock is not null"))
                .containsExactly("1");
        db.run(script.downgrade());
    }

    @OnSqliteAndPostgres
    void only_0_and_1_become_a_boolean(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .create(NumberFlag.class)
                        .sql("insert into flags values (1, 2, 0, 0, 0), (2, 1, 1, 1, 1)");
        asks(
                db,
                "flags.a becomes boolean, but 1 row does not fit: id 1 ('2')."
                        + " Pass Decisions.none().converting(\"flags.a\", \"…\").",
                BooleanFlag.class);
        db.sql("update flags set a = 0 where id = 1");
        var script = db.migrate(Decisions.none(), BooleanFlag.class);
        assertThat(db.rows("select id from flags where a and b and c and d")).containsExactly("2");
        db.run(script.downgrade());
        assertThat(db.rows("select a + b + c + d from flags order by id"))
                .extracting(Double::parseDouble)
                .containsExactly(0.0, 4.0);
    }

    @Test
    void a_view_that_reads_a_dropped_column_stops_the_migration_on_postgres() {
        Evolution db =
                users(TestDatabase.POSTGRESQL)
                        .sql(
                                "update users set bio = null",
                                "create view v as select bio from users");
        asks(
                db,
                "After this migration view 'v' could no longer be read (it reads users.bio)."
                        + " Drop or change it first.",
                WithoutBio.class,
                Role.class);
    }
}
