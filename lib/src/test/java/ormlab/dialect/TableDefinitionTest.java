package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.TestDatabase;

class TableDefinitionTest {
    enum Status {
        DRAFT,
        PUBLISHED
    }

    @Entity
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64, nullable = false, unique = true)
        String username;

        @Column(length = 120)
        String passwordHash;
    }

    @Entity
    @Table(
            name = "posts",
            uniqueConstraints = @UniqueConstraint(columnNames = {"title", "author_id"}),
            indexes = @Index(columnList = "created desc"),
            check = @CheckConstraint(name = "ck_posts_paid", constraint = "price >= 0"))
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ColumnDefault("0")
        int votes;

        @Column(length = 100)
        String title;

        @Enumerated(EnumType.STRING)
        Status status;

        @Column(precision = 10, scale = 2)
        BigDecimal price;

        Instant created;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        User author;

        @ManyToMany Set<User> readers = new HashSet<>();
    }

    @Test
    void sqlite_has_everything_in_create_table() {
        try (MappedModel model = TestDatabase.SQLITE.create(Post.class, User.class)) {
            assertThat(String.join(";\n", model.schema().createStatements()))
                    .isEqualTo(
                            """
                            create table users (
                              id integer primary key autoincrement,
                              username varchar(64) not null,
                              password_hash varchar(120),
                              constraint uq_users_username unique (username),
                              constraint ck_users_username_length check (length(username) <= 64),
                              constraint ck_users_password_hash_length check (length(password_hash) <= 120)
                            );
                            create table posts (
                              id integer primary key autoincrement,
                              votes integer default 0 not null,
                              title varchar(100),
                              status varchar(255),
                              price numeric(10,2),
                              created timestamp,
                              author_id integer not null,
                              constraint uq_posts_title_author_id unique (title, author_id),
                              constraint fk_posts_author_id_users foreign key (author_id) references users (id) on delete cascade,
                              constraint ck_posts_title_length check (length(title) <= 100),
                              constraint ck_posts_status check (status in ('DRAFT','PUBLISHED')),
                              constraint ck_posts_paid check (price >= 0)
                            );
                            create table posts_readers (
                              post_id bigint not null,
                              reader_id integer not null,
                              primary key (post_id, reader_id),
                              constraint fk_posts_readers_post_id_posts foreign key (post_id) references posts (id),
                              constraint fk_posts_readers_reader_id_users foreign key (reader_id) references users (id)
                            );
                            create index ix_posts_created on posts (created desc)\
                            """);
        }
    }

    @Test
    void postgres_has_the_same_with_foreign_keys_afterwards() {
        try (MappedModel model = TestDatabase.POSTGRESQL.create(Post.class, User.class)) {
            assertThat(String.join(";\n", model.schema().createStatements()))
                    .isEqualTo(
                            """
                            create table users (
                              id integer generated by default as identity primary key,
                              username varchar(64) not null,
                              password_hash varchar(120),
                              constraint uq_users_username unique (username)
                            );
                            create table posts (
                              id bigint generated by default as identity primary key,
                              votes integer default 0 not null,
                              title varchar(100),
                              status varchar(255),
                              price numeric(10,2),
                              created timestamp(6) with time zone,
                              author_id integer not null,
                              constraint uq_posts_title_author_id unique (title, author_id),
                              constraint ck_posts_status check (status in ('DRAFT','PUBLISHED')),
                              constraint ck_posts_paid check (price >= 0)
                            );
                            create table posts_readers (
                              post_id bigint not null,
                              reader_id integer not null,
                              primary key (post_id, reader_id)
                            );
                            create index ix_posts_created on posts (created desc);
                            alter table posts
                              add constraint fk_posts_author_id_users foreign key (author_id) references users (id) on delete cascade;
                            alter table posts_readers
                              add constraint fk_posts_readers_post_id_posts foreign key (post_id) references posts (id);
                            alter table posts_readers
                              add constraint fk_posts_readers_reader_id_users foreign key (reader_id) references users (id)\
                            """);
        }
    }
}
