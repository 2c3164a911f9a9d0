package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.history.MigrationRefused;
import ormlab.migrate.history.TablesWithoutHistory;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Tables that no migration created can be adopted, and every command leads to that. */
class AdoptedTablesIT {
    @TempDir Path home;

    @Entity(name = "Note")
    @Table(name = "notes")
    static class Note {
        @Id private Integer id;
        private String title;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class NoteWithText {
        @Id private Integer id;
        private String title;
        private String text;
    }

    @Entity
    @Table(name = "rows_of_sqlite")
    static class PlainRow {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(columnDefinition = "integer")
        private Integer id;
    }

    @Entity
    @Table(name = "rows_of_postgres")
    static class SerialRow {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(columnDefinition = "serial")
        private Integer id;
    }

    private Migrations of(Database db) {
        return db.migrations(home.resolve("migrations").toString());
    }

    private static MigrationRefused refused(Runnable work) {
        return catchThrowableOfType(MigrationRefused.class, work::run);
    }

    @OnSqliteAndPostgres
    void a_first_migration_that_only_alters_recommends_adopt(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Note.class)) {
            db.createAll();
            Migrations migrations = of(db.models(NoteWithText.class));
            migrations.init();
            NewMigration first = migrations.migrate("text");
            assertThat(first.warnings())
                    .containsExactly(
                            "No migration creates notes, which the database has already, so an"
                                    + " empty database cannot be upgraded with these files. To have"
                                    + " a first migration that creates all tables, delete these"
                                    + " files, register the classes that match the tables, call"
                                    + " db.migrations().adopt(\"initial migration\"), then"
                                    + " migrate() with the changed classes.");
            assertThat(first.text()).contains("\nWarning: No migration creates notes");
            assertThat(first.html()).contains("<p>Warning: No migration creates notes");
            first.files().orElseThrow().up().toFile().delete();
            first.files().orElseThrow().down().orElseThrow().toFile().delete();

            db.models(Note.class);
            assertThat(migrations.adopt("initial migration").warnings()).isEmpty();
            db.models(NoteWithText.class);
            assertThat(migrations.migrate("text").warnings()).isEmpty();
            migrations.upgrade();
            try (Database empty = Database.open(kind.freshUrl()).models(NoteWithText.class)) {
                assertThat(of(empty).upgrade().at()).hasToString("2 (head)");
            }
        }
    }

    @OnSqliteAndPostgres
    void other_tables_need_no_adoption(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Note.class)) {
            db.inTransaction(
                    session ->
                            session.createNativeMutationQuery("create table others (id integer)")
                                    .executeUpdate());
            Migrations migrations = of(db);
            migrations.init();
            assertThat(migrations.migrate("notes").warnings()).isEmpty();
        }
    }

    /** If a process ends while it adopts, it has written the files but not marked them as run. */
    @OnSqliteAndPostgres
    void after_an_interrupted_adoption_every_command_names_the_next_step(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Note.class)) {
            db.createAll();
            Migrations migrations = of(db);
            migrations.init();
            migrations.adopt("initial migration");
            migrations.stamp("base");
            for (Runnable command :
                    new Runnable[] {
                        () -> migrations.adopt("initial migration"),
                        () -> migrations.migrate("next"),
                        migrations::upgrade
                    }) {
                assertThat(refused(command))
                        .isInstanceOf(TablesWithoutHistory.class)
                        .hasMessageContaining("record that: db.migrations().stamp(\"head\").");
            }
            assertThat(migrations.check().text())
                    .contains("record that: db.migrations().stamp(\"head\").");
            migrations.stamp("head");
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @Test
    void the_sql_type_in_the_model_decides_how_ids_are_generated() {
        try (Database db = TestDatabase.SQLITE.open(PlainRow.class)) {
            assertThat(db.ddl().text()).contains("id integer not null primary key\n");
            Stream.generate(PlainRow::new).limit(20).forEach(db.session()::add);
            db.session().commit();
            assertThat(db.rows("select max(id) from rows_of_sqlite").values())
                    .hasToString("[[20]]");
        }
        try (Database db = TestDatabase.POSTGRESQL.open(SerialRow.class)) {
            assertThat(db.ddl().text()).contains("id serial");
            Stream.generate(SerialRow::new).limit(20).forEach(db.session()::add);
            db.session().commit();
            assertThat(db.rows("select max(id) from rows_of_postgres").values())
                    .hasToString("[[20]]");
        }
    }
}
