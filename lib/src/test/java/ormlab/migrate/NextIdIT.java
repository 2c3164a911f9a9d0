package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** After a migration, no id is used twice, whether the database or Hibernate generates it. */
class NextIdIT {
    private static final String SERIAL = "create table notes (id serial primary key)";

    private static final String COLUMN =
            """
            select data_type, is_nullable, column_default, is_identity, identity_generation,
              pg_get_serial_sequence('notes', 'id')::regclass
            from information_schema.columns
            where table_name = 'notes' and table_schema = current_schema()""";

    @TempDir Path home;

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByColumn {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByHibernate {
        @Id @GeneratedValue Integer id;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByOwnSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(name = "numbers", sequenceName = "all_numbers", allocationSize = 10)
        Integer id;
    }

    @Entity(name = "Letter")
    @Table(name = "letters")
    static class Renamed {
        @Id @GeneratedValue Integer id;
    }

    private void goesOn(
            TestDatabase kind, Decisions decisions, Class<?> before, Class<?> after, String table)
            throws ReflectiveOperationException {
        try (Database db = Database.open(kind.freshUrl()).models(before)) {
            String folder = home.resolve(before.getSimpleName() + after.getSimpleName()).toString();
            Migrations migrations = db.migrations(folder);
            migrations.init();
            migrations.migrate("before");
            migrations.upgrade();
            add(db, before, 3);
            db.models(after);
            boolean differs = migrations.migrate("after", decisions).files().isPresent();
            migrations.upgrade();
            add(db, after, 2);
            assertThat(db.rows("select count(*) from " + table).values()).hasToString("[[5]]");
            if (differs) {
                migrations.downgrade();
            }
            db.models(before);
            add(db, before, 1);
        }
    }

    private static void add(Database db, Class<?> type, int count)
            throws ReflectiveOperationException {
        for (int i = 0; i < count; i++) {
            db.session().add(type.getDeclaredConstructor().newInstance());
        }
        db.session().commit();
    }

    @OnEveryDatabase
    void generated_ids_continue(TestDatabase kind) throws ReflectiveOperationException {
        Decisions none = Decisions.none().droppingAnything();
        List<Class<?>> all = List.of(ByColumn.class, ByHibernate.class, ByOwnSequence.class);
        for (Class<?> before : all) {
            for (Class<?> after : all) {
                if (before != after) {
                    goesOn(kind, none, before, after, "notes");
                }
            }
        }
    }

    @OnEveryDatabase
    void generated_ids_continue_in_a_renamed_table(TestDatabase kind)
            throws ReflectiveOperationException {
        Decisions renamed = Decisions.none().renamedTable("notes", "letters");
        goesOn(kind, renamed, ByHibernate.class, Renamed.class, "letters");
        goesOn(kind, renamed, ByColumn.class, Renamed.class, "letters");
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByLongColumn {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class ByHand {
        @Id Integer id;
    }

    @Entity(name = "Letter")
    @Table(name = "letters")
    static class RenamedByColumn {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer number;
    }

    @Entity(name = "Note")
    @Table(name = "notes", schema = "next_ids")
    static class InOtherSchema {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    /** Three rows, the last of which is deleted, so the next id is 4 either way. */
    private static Evolution serial(String... statements) {
        return Evolution.on(TestDatabase.POSTGRESQL)
                .sql(statements)
                .sql(
                        "insert into notes default values",
                        "insert into notes default values",
                        "insert into notes default values",
                        "delete from notes where id = 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SERIAL,
                "create table notes (id bigserial not null, constraint pk_notes primary key (id))",
                "create table notes (id smallserial not null primary key)",
                "create table notes (id int generated by default as identity primary key)",
                "create table notes (id bigint generated always as identity primary key)",
                "create sequence old_counter; create table notes (id int primary key default"
                        + " nextval('old_counter')); alter sequence old_counter owned by notes.id"
            })
    void a_key_that_postgres_numbers_already_counts_on_both_ways(String create) {
        String next = "insert into notes default values";
        for (Class<?> model : List.of(ByColumn.class, ByLongColumn.class)) {
            Evolution db = serial(create);
            String before = db.rows(COLUMN).toString();
            MigrationScript script = db.migrate(Decisions.none(), model);
            assertThat(db.sql(next).rows("select max(id) from notes")).containsExactly("4");
            db.run(script.downgrade());
            assertThat(db.rows(COLUMN)).hasToString(before);
            assertThat(db.sql(next).rows("select max(id) from notes")).containsExactly("5");
            db.run(script.upgrade());
            assertThat(db.sql(next).rows("select max(id) from notes")).containsExactly("6");
        }
    }

    @Test
    void a_serial_key_can_stop_generating_ids_and_start_again() {
        for (Class<?> model : List.of(ByHand.class, ByHibernate.class, ByOwnSequence.class)) {
            Evolution db = serial(SERIAL);
            String before = db.rows(COLUMN).toString();
            MigrationScript script = db.migrate(Decisions.none(), model);
            db.sql("insert into notes values (7)");
            db.run(script.downgrade());
            assertThat(db.rows(COLUMN)).hasToString(before);
            db.sql("insert into notes default values");
            assertThat(db.rows("select max(id) from notes")).containsExactly("8");
        }
    }

    @Test
    void a_renamed_serial_key_continues() {
        Evolution db = serial(SERIAL);
        Decisions renamed =
                Decisions.none()
                        .renamedTable("notes", "letters")
                        .renamedColumn("letters", "id", "number");
        MigrationScript script = db.write(renamed, RenamedByColumn.class);
        db.run(script.upgrade());
        assertThat(db.diff(RenamedByColumn.class).changes()).isEmpty();
        db.sql("insert into letters default values");
        assertThat(db.rows("select max(number) from letters")).containsExactly("4");
        db.run(script.downgrade());
        db.sql("insert into notes default values");
        assertThat(db.rows("select max(id) from notes")).containsExactly("5");
        assertThat(db.rows(COLUMN).get(0)).contains("nextval('notes_id_seq'");
    }

    @Test
    void a_serial_key_of_another_schema_continues() {
        Evolution db =
                Evolution.on(TestDatabase.POSTGRESQL)
                        .sql(
                                "create schema next_ids",
                                "create table next_ids.notes (id serial primary key)",
                                "insert into next_ids.notes default values");
        try {
            MigrationScript script = db.migrate(Decisions.none(), InOtherSchema.class);
            db.sql("insert into next_ids.notes default values");
            db.run(script.downgrade());
            db.sql("insert into next_ids.notes default values");
            assertThat(db.rows("select max(id) from next_ids.notes")).containsExactly("3");
        } finally {
            db.sql("drop schema next_ids cascade");
        }
    }

    @Test
    void changing_how_ids_are_generated_names_both_ways() {
        assertThat(serial(SERIAL).diff(ByColumn.class))
                .hasToString(
                        "Detected numbering change from serial to identity on column"
                                + " 'notes.id'");
    }

    @Entity(name = "Artist")
    @Table(name = "`Artist`")
    static class Artist {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(name = "`ArtistId`")
        Integer id;
    }

    @Test
    void a_serial_key_with_capitals_in_its_names_continues() {
        String next = "insert into \"Artist\" default values";
        Evolution db =
                Evolution.on(TestDatabase.POSTGRESQL)
                        .sql("create table \"Artist\" (\"ArtistId\" serial primary key)", next);
        MigrationScript script = db.migrate(Decisions.none(), Artist.class);
        db.sql(next);
        db.run(script.downgrade());
        db.sql(next);
        assertThat(db.rows("select max(\"ArtistId\") from \"Artist\"")).containsExactly("3");
    }
}
