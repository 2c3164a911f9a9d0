package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/**
 * The models of the Flask tutorials go through the same versions as there, and the same changes are
 * detected in the same order.
 *
 * <p>There are three differences. Alembic writes {@code on '('timestamp',)'} where this library
 * writes {@code on 'post' (timestamp)}, with the table, and with the columns as in SQL. SQLAlchemy
 * turns {@code index=True, unique=True} into an index, which has its own line; Hibernate turns it
 * into a unique constraint, which is part of the table. And on SQLite, a length is also a check,
 * because SQLite itself accepts any length.
 */
class TutorialModelsIT {
    @TempDir Path home;

    @Entity(name = "Role")
    @Table(name = "roles")
    static class Role {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, unique = true)
        String name;
    }

    /** Hibernate turns this into a constraint, like {@code unique = true} on the column. */
    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(columnList = "username", unique = true))
    static class RoleUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String username;

        @ManyToOne Role role;
    }

    @Entity(name = "User")
    @Table(name = "user")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, unique = true)
        String username;

        @Column(length = 120, unique = true)
        String email;

        @Column(length = 128)
        String passwordHash;
    }

    @Entity(name = "Post")
    @Table(name = "post", indexes = @Index(columnList = "timestamp"))
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 140)
        String body;

        Instant timestamp;

        @ManyToOne User user;
    }

    @Entity(name = "User")
    @Table(name = "user")
    static class ChangedUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, unique = true)
        String username;

        @Column(length = 200, nullable = false, unique = true)
        String email;

        @Column(length = 256)
        String pw;
    }

    @Entity(name = "User")
    @Table(name = "user")
    static class ConstrainedUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, unique = true)
        String username;
    }

    private Migrations of(Database db) {
        Migrations migrations = db.migrations(home.resolve("migrations").toString());
        if (!home.resolve("migrations").toFile().exists()) {
            migrations.init();
        }
        return migrations;
    }

    @OnEveryDatabase
    void roles_and_users(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Role.class, RoleUser.class)) {
            assertThat(of(db).migrate("initial migration").diff())
                    .hasToString(
                            """
                            Detected added table 'roles'
                            Detected added table 'users'""");
            of(db).upgrade();
            assertThat(of(db).migrate("nothing").diff().isEmpty()).isTrue();
        }
    }

    @OnEveryDatabase
    void users_and_posts_are_added_undone_and_added_again(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(User.class)) {
            assertThat(of(db).migrate("users table").diff())
                    .hasToString("Detected added table 'user'");
            of(db).upgrade();
            db.models(User.class, Post.class);
            assertThat(of(db).migrate("posts table").diff())
                    .hasToString(
                            """
                            Detected added table 'post'
                            Detected added index 'ix_post_timestamp' on 'post' (timestamp)""");
            assertThat(of(db).upgrade().at()).hasToString("2 (head)");
            assertThat(of(db).downgrade().at()).hasToString("1");
            assertThat(of(db).upgrade().at()).hasToString("2 (head)");
            assertThat(of(db).check().isOk()).isTrue();
        }
    }

    @OnEveryDatabase
    void a_changed_user(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(User.class)) {
            of(db).migrate("users table");
            of(db).upgrade();
            db.models(ChangedUser.class);
            List<String> lines = of(db).check().diff().orElseThrow().toString().lines().toList();
            assertThat(lines)
                    .startsWith(
                            "Detected type change from varchar(120) to varchar(200) on"
                                    + " 'user.email'",
                            "Detected NOT NULL on column 'user.email'",
                            "Detected added column 'user.pw'",
                            "Detected removed column 'user.password_hash'");
            assertThat(lines.subList(4, lines.size()))
                    .isEqualTo(kind == TestDatabase.POSTGRESQL ? List.of() : LENGTHS);
        }
    }

    private static final List<String> LENGTHS =
            List.of(
                    "Detected changed check constraint 'ck_user_email_length' on 'user':"
                            + " length(email) <= 120 to length(email) <= 200",
                    "Detected added check constraint 'ck_user_pw_length' on 'user'",
                    "Detected removed check constraint 'ck_user_password_hash_length' on 'user'");

    /** As in Alembic, a constraint is part of its table and has no line of its own. */
    @OnEveryDatabase
    void a_unique_column_is_a_constraint_and_not_an_index(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(ConstrainedUser.class)) {
            NewMigration made = of(db).migrate("users table");
            assertThat(made.diff()).hasToString("Detected added table 'user'");
            assertThat(made.script().upgrade()).contains("constraint uq_user_username unique");
            of(db).upgrade();
            db.models(User.class);
            assertThat(of(db).check().diff().orElseThrow().toString())
                    .contains("Detected added unique constraint 'uq_user_email' on 'user' (email)");
        }
    }
}
