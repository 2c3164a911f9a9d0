package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.migrate.compare.Decisions;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** A constraint that was added by hand is dropped only with consent. */
class HandMadeConstraintsIT {
    @TempDir Path home;

    enum Kind {
        A,
        B
    }

    @Entity(name = "Member")
    @Table(name = "members", uniqueConstraints = @UniqueConstraint(columnNames = "code"))
    static class Member {
        @Id Integer id;

        @Column(length = 50)
        String email;

        @Column(length = 10)
        String code;

        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        Kind kind;
    }

    @Entity(name = "Member")
    @Table(name = "members")
    static class WithoutConstraints {
        @Id Integer id;

        @Column(columnDefinition = "varchar(50)")
        String email;

        @Column(length = 10)
        String code;

        @Column(length = 10)
        String kind;
    }

    private static Migrations migrated(Database db, Path folder) {
        Migrations migrations = db.migrations(folder.toString());
        migrations.init();
        migrations.migrate("one");
        migrations.upgrade();
        return migrations;
    }

    @OnSqliteAndPostgres
    void constraints_of_the_models_are_dropped_without_a_question(TestDatabase database) {
        try (Database db = Database.open(database.freshUrl()).models(Member.class)) {
            Migrations migrations = migrated(db, home.resolve(database.name()));
            db.models(WithoutConstraints.class);
            assertThat(migrations.migrate("two").diff().toString()).contains("removed");
            migrations.upgrade();
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @Test
    void constraints_that_no_migration_created_are_asked_about() {
        Evolution raw = Evolution.on(TestDatabase.POSTGRESQL);
        try (Database db = Database.open(raw.url()).models(Member.class)) {
            Migrations migrations = migrated(db, home.resolve("asked"));
            raw.sql(
                    "alter table members add constraint one_email unique (email)",
                    "alter table members add unique (email, code)",
                    "alter table members add constraint has_at check (email like '%@%')",
                    "alter table members add check (id > 0)",
                    "alter table members add constraint parent foreign key (id) references members");
            assertThatThrownBy(() -> migrations.migrate("two"))
                    .hasMessageStartingWith(
                            "5 things must be decided before the migration is written:")
                    .hasMessageContaining(
                            "\n- Neither the models nor the migrations mention the unique"
                                    + " constraint 'one_email' on 'members'. Add it to the models to"
                                    + " keep it. Pass Decisions.none().dropping(\"members.one_email\").")
                    .hasMessageContainingAll(
                            "dropping(\"members.members_email_code_key\")",
                            "dropping(\"members.has_at\")",
                            "dropping(\"members.members_id_check\")",
                            "dropping(\"members.parent\")");
            migrations.migrate(
                    "two",
                    Decisions.none()
                            .dropping("members.one_email", "members.members_email_code_key")
                            .dropping("members.has_at", "members.members_id_check")
                            .dropping("members.parent"));
            migrations.upgrade();
            assertThat(migrations.check().isOk()).isTrue();
        }
    }

    @Test
    void constraints_of_a_table_rebuilt_by_hand_on_sqlite_are_asked_about() {
        Evolution raw = Evolution.on(TestDatabase.SQLITE);
        try (Database db = Database.open(raw.url()).models(WithoutConstraints.class)) {
            Migrations migrations = migrated(db, home.resolve("sqlite"));
            raw.sql(
                    "drop table members",
                    "create table members (id integer primary key, email varchar(50) unique,"
                            + " code varchar(10), kind varchar(10), check (id > 0),"
                            + " constraint ck_members_code_length check (length(code) <= 10),"
                            + " constraint ck_members_kind_length check (length(kind) <= 10))");
            assertThatThrownBy(() -> migrations.migrate("two"))
                    .hasMessageContainingAll(
                            "2 things",
                            "the unique constraint (email) on 'members'",
                            "dropping(\"members.(email)\")",
                            "the check constraint (id > 0) on 'members'",
                            "dropping(\"members.(id > 0)\")");
            migrations.migrate(
                    "two", Decisions.none().dropping("members.(email)", "members.(id > 0)"));
            migrations.upgrade();
            assertThat(migrations.check().isOk()).isTrue();
        }
    }
}
