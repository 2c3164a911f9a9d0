package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ConstraintErrorsTest {
    @Entity
    @Table(
            name = "users",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_full_name",
                            columnNames = {"first_name", "last_name"}),
            check = @CheckConstraint(name = "ck_users_adult", constraint = "age >= 18"))
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 10, nullable = false, unique = true)
        String username;

        String firstName;
        String lastName;

        @Column(check = @CheckConstraint(constraint = "age < 200"))
        int age = 30;

        User() {}

        User(String username) {
            this.username = username;
        }
    }

    @Entity
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String body;

        @ManyToOne User user;
    }

    @Entity
    static class Tag {
        @Id Integer id;

        @Column(unique = true)
        String name;

        Tag() {}

        Tag(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    private ConstraintViolation violation(TestDatabase database, Consumer<Session> work) {
        try (MappedModel model = database.create(User.class, Post.class)) {
            return catchThrowableOfType(ConstraintViolation.class, () -> model.write(work));
        }
    }

    private static void add(Session session, User user) {
        session.persist(user);
        session.flush();
    }

    private static Post postOf(User user) {
        Post post = new Post();
        post.user = user;
        return post;
    }

    @OnSqliteAndPostgres
    void a_null_error_names_table_and_column(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session ->
                                session.createNativeMutationQuery(
                                                "insert into users (age) values (20)")
                                        .executeUpdate());

        assertThat(error).hasMessage("users.username must not be null.");
        assertThat(error.getKind()).isEqualTo(ConstraintKind.NOT_NULL);
        assertThat(error.getTableName()).isEqualTo("users");
        assertThat(error.getColumnNames()).containsExactly("username");
    }

    @OnSqliteAndPostgres
    void a_duplicate_value_names_table_and_column(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            add(session, new User("john"));
                            add(session, new User("john"));
                        });

        assertThat(error.getMessage())
                .startsWith("users.username must be unique: another row already has this value")
                .endsWith(database == TestDatabase.SQLITE ? "." : " (john).");
        assertThat(error.getKind()).isEqualTo(ConstraintKind.UNIQUE);
        assertThat(error.getConstraintName()).isEqualTo("uq_users_username");
        assertThat(error.getSQL()).startsWith("insert into users");
    }

    @OnSqliteAndPostgres
    void a_duplicate_pair_names_both_columns(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            for (String name : new String[] {"a", "b"}) {
                                User user = new User(name);
                                user.firstName = "Ada";
                                user.lastName = "Lovelace";
                                add(session, user);
                            }
                        });

        assertThat(error.getMessage())
                .startsWith(
                        "users (first_name, last_name) must be unique: another row already has"
                                + " these values")
                .endsWith(database == TestDatabase.SQLITE ? "." : " (Ada, Lovelace).");
        assertThat(error.getConstraintName()).isEqualTo("uq_full_name");
    }

    @OnSqliteAndPostgres
    void a_row_without_a_parent_names_the_reference(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> session.persist(postOf(session.getReference(User.class, 4711))));

        assertThat(error.getMessage())
                .startsWith("post.user_id refers to a row of 'users' that does not exist")
                .endsWith(database == TestDatabase.SQLITE ? "." : " (4711).");
        assertThat(error.getKind()).isEqualTo(ConstraintKind.FOREIGN_KEY);
        assertThat(error.getConstraintName()).isEqualTo("fk_post_user_id_users");
    }

    @OnSqliteAndPostgres
    void a_parent_with_children_cannot_be_deleted(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            User john = new User("john");
                            add(session, john);
                            session.persist(postOf(john));
                            session.flush();
                            session.createMutationQuery("delete from User").executeUpdate();
                        });

        assertThat(error.getMessage())
                .startsWith("A row of 'users' is still referred to by post.user_id")
                .endsWith(database == TestDatabase.SQLITE ? "." : " (1).");
        assertThat(error.getKind()).isEqualTo(ConstraintKind.FOREIGN_KEY);
    }

    @OnSqliteAndPostgres
    void a_text_too_long_names_the_column_and_the_limit(TestDatabase database) {
        ConstraintViolation error =
                violation(database, session -> add(session, new User("u".repeat(11))));

        assertThat(error).hasMessage("users.username is longer than 10 characters.");
        assertThat(error.getKind()).isEqualTo(ConstraintKind.CHECK);
        assertThat(error.getTableName()).isEqualTo("users");
        assertThat(error.getColumnNames()).containsExactly("username");
    }

    @Test
    void a_text_too_long_in_an_unknown_statement_is_reported_with_the_limit() {
        ConstraintViolation error =
                violation(
                        TestDatabase.POSTGRESQL,
                        session ->
                                session.doWork(
                                        connection ->
                                                connection
                                                        .prepareStatement(
                                                                "insert into users(username)"
                                                                        + " values ('12345678901')")
                                                        .executeUpdate()));

        assertThat(error)
                .hasMessage("A value is longer than its column, which holds 10 characters.");
    }

    @OnSqliteAndPostgres
    void a_violated_check_of_the_row_is_named(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            User child = new User("kid");
                            child.age = 7;
                            add(session, child);
                        });

        assertThat(error).hasMessage("A row of 'users' breaks the rule ck_users_adult.");
        assertThat(error.getConstraintName()).isEqualTo("ck_users_adult");
    }

    @OnSqliteAndPostgres
    void a_violated_check_of_a_column_names_the_column(TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            User methuselah = new User("old");
                            methuselah.age = 969;
                            add(session, methuselah);
                        });

        assertThat(error).hasMessage("users.age breaks the rule ck_users_age.");
    }

    @OnSqliteAndPostgres
    void changing_a_reference_and_changing_its_parent_have_different_messages(
            TestDatabase database) {
        ConstraintViolation error =
                violation(
                        database,
                        session -> {
                            User john = new User("john");
                            add(session, john);
                            session.persist(postOf(john));
                            session.flush();
                            session.createNativeMutationQuery("update post set user_id = 77")
                                    .executeUpdate();
                        });

        assertThat(error.getMessage())
                .startsWith("post.user_id refers to a row of 'users' that does not exist");
    }

    @OnSqliteAndPostgres
    void an_error_in_a_batch_has_the_same_message(TestDatabase database) {
        Map<String, Object> batches = Map.of("hibernate.jdbc.batch_size", 20);
        try (MappedModel model = database.mapWith(batches, Tag.class)) {
            model.createTables();
            ConstraintViolation error =
                    catchThrowableOfType(
                            ConstraintViolation.class,
                            () ->
                                    model.write(
                                            session -> {
                                                for (int id = 1; id <= 10; id++) {
                                                    session.persist(new Tag(id, "tag" + id % 7));
                                                }
                                            }));
            assertThat(error.getMessage())
                    .startsWith("tag.name must be unique: another row already has this value");
        }
    }

    @OnSqliteAndPostgres
    void a_duplicate_id_names_the_primary_key(TestDatabase database) {
        try (MappedModel model = database.create(Tag.class)) {
            model.write(session -> session.persist(new Tag(1, "a")));
            ConstraintViolation error =
                    catchThrowableOfType(
                            ConstraintViolation.class,
                            () -> model.write(session -> session.persist(new Tag(1, "b"))));
            assertThat(error.getMessage()).startsWith("tag.id must be unique");
        }
    }

    @OnSqliteAndPostgres
    void a_missing_table_suggests_create_all(TestDatabase database) {
        try (MappedModel model = database.map(User.class, Post.class)) {
            SQLGrammarException error =
                    catchThrowableOfType(
                            SQLGrammarException.class,
                            () ->
                                    model.read(
                                            s ->
                                                    s.createSelectionQuery("from User", User.class)
                                                            .getResultList()));

            assertThat(error)
                    .hasMessage(
                            "Table 'users' does not exist. Did you forget db.createAll(), or the"
                                    + " upgrade() of your migrations?");
        }
    }

    @OnSqliteAndPostgres
    void a_misspelt_column_gets_a_hint(TestDatabase database) {
        try (MappedModel model = database.create(User.class, Post.class)) {
            SQLGrammarException error =
                    catchThrowableOfType(
                            SQLGrammarException.class,
                            () ->
                                    model.read(
                                            session ->
                                                    session.createNativeQuery(
                                                                    "select usrname from users",
                                                                    String.class)
                                                            .getResultList()));

            assertThat(error)
                    .hasMessage(
                            "Column 'usrname' does not exist in table 'users'. Did you mean"
                                    + " 'username'?");
        }
    }

    @Test
    void on_postgres_a_failed_transaction_asks_for_a_rollback() {
        try (MappedModel model = TestDatabase.POSTGRESQL.create(Tag.class)) {
            model.write(
                    session -> {
                        catchThrowable(
                                () ->
                                        session.createNativeMutationQuery("delete from nowhere")
                                                .executeUpdate());
                        assertThatThrownBy(
                                        () ->
                                                session.createSelectionQuery("from Tag", Tag.class)
                                                        .getResultList())
                                .hasMessage(
                                        "An earlier statement of this transaction failed. Roll back"
                                                + " first.");
                    });
        }
    }
}
