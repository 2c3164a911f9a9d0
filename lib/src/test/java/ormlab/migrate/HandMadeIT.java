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

/** Objects that were created by hand in our tables are kept, or there is a question about them. */
class HandMadeIT {
    @TempDir Path home;

    @Entity(name = "Member")
    @Table(name = "members")
    static class Member {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 50)
        String email;

        @Column(length = 10)
        String code;
    }

    @Entity(name = "Member")
    @Table(name = "members")
    static class LongerMember {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 60)
        String email;

        @Column(length = 10)
        String code;
    }

    @Entity(name = "Member")
    @Table(name = "members")
    static class WithoutCode {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 50)
        String email;
    }

    private static final String[] INDEXES = {
        "create unique index ux_email on members (lower(email))",
        "create unique index ux_code on members (code) where email is not null",
        "create index by_code on members (code)"
    };

    @OnSqliteAndPostgres
    void handmade_indexes_stay_whatever_else_changes(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Member.class).sql(INDEXES);
        db.sql("insert into members (email, code) values ('A@x', 'a')");
        assertThat(db.diff(Member.class).changes()).isEmpty();

        MigrationScript script = db.migrate(Decisions.none(), LongerMember.class);
        staysUnique(db);
        db.run(script.downgrade());
        staysUnique(db);
        db.run(script.upgrade());
        staysUnique(db);
        assertThat(db.diff(LongerMember.class).changes()).isEmpty();
    }

    private static void staysUnique(Evolution db) {
        assertThatThrownBy(() -> db.sql("insert into members (email) values ('a@X')"))
                .hasMessageContaining("ux_email");
        assertThatThrownBy(() -> db.sql("insert into members (email, code) values ('b', 'a')"));
    }

    @OnSqliteAndPostgres
    void a_column_dropped_with_consent_takes_its_index_along(TestDatabase database) {
        Evolution db = Evolution.on(database).create(Member.class).sql(INDEXES);
        MigrationScript script =
                db.migrate(Decisions.none().dropping("members.code"), WithoutCode.class);
        assertThat(script.upgrade()).doesNotContain("Removed index 'ux_email'");
        db.run(script.downgrade());
        db.sql("insert into members (email, code) values ('A@x', 'a')");
        staysUnique(db);
    }

    @Entity(name = "Member")
    @Table(name = "members", indexes = @Index(name = "by_email", columnList = "email"))
    static class IndexedMember {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 50)
        String email;

        @Column(length = 10)
        String code;
    }

    @OnSqliteAndPostgres
    void an_index_of_a_model_is_dropped_with_the_model(TestDatabase database) {
        try (Database db = Database.open(database.freshUrl()).models(IndexedMember.class)) {
            Migrations migrations = db.migrations(home.resolve(database.name()).toString());
            migrations.init();
            migrations.migrate("one");
            migrations.upgrade();
            db.models(LongerMember.class);
            assertThat(migrations.migrate("two").diff().toString())
                    .contains("Detected removed index 'by_email' on 'members'");
        }
    }

    @OnSqliteAndPostgres
    void a_rebuilt_table_does_not_make_an_index_ours(TestDatabase database) {
        Evolution raw = Evolution.on(database);
        try (Database db = Database.open(raw.url()).models(Member.class)) {
            Migrations migrations = db.migrations(home.resolve("r" + database).toString());
            migrations.init();
            migrations.migrate("one");
            migrations.upgrade();
            raw.sql(INDEXES);
            db.models(LongerMember.class);
            migrations.migrate("two");
            migrations.upgrade();
            db.models(Member.class);
            assertThat(migrations.migrate("three").script().upgrade())
                    .doesNotContain("Removed index");
            migrations.upgrade();
            raw.sql("insert into members (email, code) values ('A@x', 'a')");
            staysUnique(raw);
        }
    }

    private static final String COMPUTED =
            "create table members (id integer primary key, email varchar(50), shout varchar(50)"
                    + " generated always as (upper(email)) stored)";

    @Entity(name = "Member")
    @Table(name = "members")
    static class WithoutShout {
        @Id Integer id;

        @Column(columnDefinition = "varchar(50)")
        String email;
    }

    @Entity(name = "Member")
    @Table(name = "members")
    static class WithPlainShout {
        @Id Integer id;

        @Column(columnDefinition = "varchar(50)")
        String email;

        @Column(columnDefinition = "varchar(50)")
        String shout;
    }

    @OnSqliteAndPostgres
    void a_computed_column_is_asked_about(TestDatabase database) {
        Evolution db =
                Evolution.on(database)
                        .sql(COMPUTED, "insert into members (id, email) values (1, 'a')");
        String computed =
                "One thing must be decided before the migration is written:\n- members.shout is"
                        + " computed from "
                        + (database == TestDatabase.SQLITE
                                ? "(upper(email))"
                                : "upper((email)::text)");
        String choice = " Pass Decisions.none().dropping(\"members.shout\").";
        assertThatThrownBy(() -> db.write(Decisions.none(), WithoutShout.class))
                .hasMessage(computed + ", and the models do not have it." + choice);
        assertThatThrownBy(() -> db.write(Decisions.none(), WithPlainShout.class))
                .hasMessage(computed + ", but its model is not." + choice);

        MigrationScript script =
                db.migrate(Decisions.none().dropping("members.shout"), WithoutShout.class);
        db.run(script.downgrade());
        assertThat(db.rows("select shout from members")).containsExactly("A");
        db.migrate(Decisions.none().dropping("members.shout"), WithPlainShout.class);
        db.sql("update members set shout = 'b'");
    }

    @Entity(name = "Place")
    @Table(
            name = "moz_places",
            indexes = {
                @Index(name = "moz_places_url", columnList = "url", unique = true),
                @Index(name = "moz_places_visits", columnList = "host, visits", unique = true)
            })
    static class Place {
        @Id Integer id;

        @Column(columnDefinition = "varchar(500)")
        String url;

        @Column(columnDefinition = "varchar(64)", nullable = false)
        String host;

        @Column(columnDefinition = "integer")
        Integer visits;
    }

    @Entity(name = "Place")
    @Table(name = "moz_places")
    static class UniquePlace {
        @Id Integer id;

        @Column(columnDefinition = "varchar(600)", unique = true)
        String url;

        @Column(columnDefinition = "varchar(64)", nullable = false)
        String host;

        @Column(columnDefinition = "integer")
        Integer visits;
    }

    /** Creates tables the way Flask-SQLAlchemy, Django, Sakila and browsers do. */
    private static Evolution places(TestDatabase database) {
        return Evolution.on(database)
                .sql(
                        "CREATE TABLE moz_places (id INTEGER NOT NULL PRIMARY KEY, url VARCHAR(500),"
                                + " host VARCHAR(64) NOT NULL, visits INTEGER)",
                        "CREATE UNIQUE INDEX moz_places_url ON moz_places (url)",
                        "CREATE UNIQUE INDEX \"moz_places_visits\" ON \"moz_places\" (\"host\" ASC,"
                                + " \"visits\")",
                        "insert into moz_places values (1, 'u', 'h', 1)");
    }

    @OnSqliteAndPostgres
    void tables_written_in_other_styles_are_in_sync(TestDatabase database) {
        Evolution db = places(database);
        assertThat(db.diff(Place.class))
                .hasToString("No difference: the table in the database matches its model.");

        MigrationScript script = db.migrate(Decisions.none(), UniquePlace.class);
        isUnique(db);
        db.run(script.downgrade());
        isUnique(db);
        assertThat(db.diff(Place.class).changes()).isEmpty();
    }

    private static void isUnique(Evolution db) {
        assertThatThrownBy(() -> db.sql("insert into moz_places values (2, 'u', 'h', 2)"));
        assertThatThrownBy(() -> db.sql("insert into moz_places values (2, 'v', 'h', 1)"));
    }
}
