package ormlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ormlab.mapping.InvalidModel;
import ormlab.migrate.Migrations;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Promises in the Javadoc of {@link Database} that no other test checks. */
class DatabasePromisesTest {
    @Entity(name = "Tag")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;
    }

    @Entity(name = "Nameless")
    static class Nameless {
        private String text;
    }

    @OnSqliteAndPostgres
    void closing_discards_uncommitted_changes(TestDatabase kind) {
        String url = kind.freshUrl();
        try (Database db = Database.open(url).models(Tag.class)) {
            db.createAll();
            db.session().add(new Tag());
            db.session().flush();
        }
        try (Database db = Database.open(url).models(Tag.class)) {
            assertThat(db.query(Tag.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void dropping_the_tables_discards_uncommitted_changes(TestDatabase kind) {
        try (Database db = kind.open(Tag.class)) {
            db.session().add(new Tag());
            db.session().flush();
            db.session().add(new Tag());
            db.dropAll();
            db.createAll();
            assertThat(db.session().changes()).isEmpty();
            assertThat(db.query(Tag.class).count()).isZero();
        }
    }

    @OnEveryDatabase
    void a_class_that_cannot_be_mapped_keeps_the_registered_models(TestDatabase kind) {
        try (Database db = kind.open(Tag.class)) {
            assertThatThrownBy(() -> db.models(Nameless.class)).isInstanceOf(InvalidModel.class);
            db.session().add(new Tag());
            db.session().commit();
            assertThat(db.query(Tag.class).count()).isOne();
        }
    }

    @OnSqliteAndPostgres
    void a_second_createAll_changes_nothing(TestDatabase kind) {
        try (Database db = kind.open(Tag.class)) {
            db.session().add(new Tag());
            db.session().commit();
            db.createAll();
            assertThat(db.query(Tag.class).count()).isOne();
        }
    }

    @OnSqliteAndPostgres
    void writing_a_migration_only_reads_the_database(TestDatabase kind, @TempDir Path home) {
        try (Database db = Database.open(kind.freshUrl()).models(Tag.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("tags");
            assertThat(db.tables().size()).isZero();
        }
    }
}
