package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.random.GeneratedParts;
import ormlab.testing.TestDatabase;

/** Objects that a migration created are dropped once no model has them; other objects stay. */
class KnownObjectsIT {
    @TempDir Path home;

    @Entity(name = "Note")
    @Table(name = "notes")
    static class Note {
        @Id Integer id;
    }

    @Entity(name = "Entry")
    @Table(name = "entries", schema = "known_objects_audit")
    static class Entry {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(
                name = "numbers",
                schema = "known_objects_audit",
                sequenceName = "all_numbers")
        Integer id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        GeneratedParts.Old.Choice choice;
    }

    @Test
    void tables_sequences_and_types_of_another_schema_are_known() throws Exception {
        String url = TestDatabase.POSTGRESQL.freshUrl();
        try (Database db = Database.open(url).models(Note.class, Entry.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("all");
            migrations.upgrade();
            try (Connection others = DriverManager.getConnection(url);
                    Statement statement = others.createStatement()) {
                statement.execute("create table known_objects_audit.theirs (id integer)");
                statement.execute("create sequence known_objects_audit.their_numbers");
                statement.execute("create table entries (id integer)");
            }
            db.models(Note.class);
            NewMigration gone =
                    migrations.migrate("no entries", Decisions.none().droppingAnything());
            assertThat(gone.diff().toString().lines())
                    .containsExactlyInAnyOrder(
                            "Detected removed table 'known_objects_audit.entries'",
                            "Detected removed sequence 'known_objects_audit.all_numbers'",
                            "Detected removed type 'choice'");
            migrations.upgrade();
            assertThat(migrations.check().isOk()).isTrue();
            migrations.downgrade();
            assertThat(db.rows("select id, choice from known_objects_audit.entries").values())
                    .isEmpty();
        } finally {
            try (Connection admin = DriverManager.getConnection(url);
                    Statement statement = admin.createStatement()) {
                statement.execute("drop schema if exists known_objects_audit cascade");
            }
        }
    }
}
