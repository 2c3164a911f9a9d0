package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.hibernate.annotations.ColumnDefault;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.history.MigrationFailed;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Text that Flyway would take for a placeholder is kept like any other text. */
class LiteralTextIT {
    @TempDir Path home;

    @Entity(name = "Letter")
    @Table(
            name = "letters",
            comment = "begins with ${greeting}",
            check = @CheckConstraint(name = "ck_greeting", constraint = "greeting <> '${nobody}'"))
    static class Letter {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ColumnDefault("'Dear ${name}'")
        @Column(nullable = false)
        String greeting;
    }

    private Path file(String name) {
        return home.resolve("migrations").resolve(name);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("migrations"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @OnEveryDatabase
    void a_placeholder_is_stored_as_written_in_the_model(TestDatabase kind) throws IOException {
        try (Database db = Database.open(kind.freshUrl()).models(Letter.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("letters");
            assertThat(files())
                    .containsExactly(
                            "README.md",
                            "U1__letters.sql",
                            "V1__letters.sql",
                            "V1__letters.sql.conf");
            assertThat(Files.readString(file("V1__letters.sql.conf")))
                    .endsWith("\nplaceholderReplacement=false\n");
            migrations.upgrade();
            db.inTransaction(
                    session ->
                            session.createNativeMutationQuery("insert into letters (id) values (7)")
                                    .executeUpdate());
            assertThat(db.rows("select greeting from letters").values())
                    .hasToString("[[Dear ${name}]]");
            assertThat(migrations.check().isOk()).isTrue();

            migrations.downgrade();
            migrations.upgrade();
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @Entity(name = "Letter")
    @Table(name = "letters")
    static class Plain {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @OnEveryDatabase
    void a_downgrade_restores_it(TestDatabase kind) throws IOException {
        try (Database db = Database.open(kind.freshUrl()).models(Letter.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("letters");
            migrations.upgrade();
            db.models(Plain.class);
            migrations.migrate("plain", Decisions.none().droppingAnything());
            assertThat(files()).contains("U2__plain.sql.conf").doesNotContain("V2__plain.sql.conf");
            migrations.upgrade();
            migrations.downgrade();
            db.inTransaction(
                    session ->
                            session.createNativeMutationQuery("insert into letters (id) values (8)")
                                    .executeUpdate());
            assertThat(db.rows("select greeting from letters").values())
                    .hasToString("[[Dear ${name}]]");
        }
    }

    @OnSqliteAndPostgres
    void flyway_without_the_library_reads_it_the_same(TestDatabase kind) {
        String url = kind.freshUrl();
        try (Database db = Database.open(url).models(Letter.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("letters");
            Flyway.configure()
                    .dataSource(db.url().jdbcUrl().orElseThrow(), "postgres", "postgres")
                    .locations("filesystem:" + home.resolve("migrations"))
                    .load()
                    .migrate();
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @OnEveryDatabase
    void a_handwritten_file_with_a_placeholder_is_refused_with_advice(TestDatabase kind)
            throws IOException {
        try (Database db = Database.open(kind.freshUrl())) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            Files.writeString(
                    file("V1__letters.sql"),
                    "create table letters (body text);\ninsert into letters values ('${name}');\n");
            assertThatThrownBy(migrations::upgrade)
                    .isInstanceOf(MigrationFailed.class)
                    .hasMessage(
                            "'V1__letters.sql' has ${name} in it, which Flyway takes for a"
                                    + " placeholder that has no value. Nothing was run:"
                                    + " the database is as it was, at <base>.\n"
                                    + "If it is text, write the line placeholderReplacement=false"
                                    + " into a file 'V1__letters.sql.conf' next to it, then call"
                                    + " upgrade() again.");
            Files.writeString(file("V1__letters.sql.conf"), "placeholderReplacement=false\n");
            migrations.upgrade();
            assertThat(db.rows("select body from letters").values()).hasToString("[[${name}]]");
        }
    }

    @OnEveryDatabase
    void its_configuration_is_renumbered_with_the_file(TestDatabase kind) throws IOException {
        try (Database db = Database.open(kind.freshUrl()).models(Letter.class)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            migrations.migrate("letters");
            migrations.renumber("V1__letters.sql");
            assertThat(files())
                    .containsExactly(
                            "README.md",
                            "U2__letters.sql",
                            "V2__letters.sql",
                            "V2__letters.sql.conf");
        }
    }
}
