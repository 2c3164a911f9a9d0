package ormlab.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.script.MigrationScript;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** A table that changes keeps everything that depends on it. */
class RebuildIT {
    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(columnList = "name"))
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;

        @Column(length = 10)
        String code;
    }

    /** On SQLite, a length is part of a check, so the table must be rebuilt. */
    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(columnList = "name"))
    static class LongerUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 100, nullable = false)
        String name;

        @Column(length = 10)
        String code;
    }

    @Entity(name = "Person")
    @Table(name = "people", indexes = @Index(columnList = "label"))
    static class RenamedUser {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 100, nullable = false)
        String label;

        @Column(length = 10)
        String code;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        User author;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class PostOfLonger {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        LongerUser author;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class PostOfRenamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        RenamedUser author;
    }

    private Evolution filled(TestDatabase database) {
        return Evolution.on(database)
                .create(User.class, Post.class)
                .sql(
                        "insert into users (name, code) values ('fred', 'a'), ('susan', 'b'), ('steve', 'c')",
                        "insert into posts (author_id) values (1), (1), (2)",
                        "delete from users where name = 'steve'");
    }

    @OnSqliteAndPostgres
    void rows_child_rows_ids_and_the_next_id_are_kept(TestDatabase database) {
        Evolution db = filled(database);
        MigrationScript script = db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);

        assertThat(db.rows("select id, name, code from users order by id"))
                .containsExactly("1|fred|a", "2|susan|b");
        assertThat(db.rows("select id, author_id from posts order by id"))
                .containsExactly("1|1", "2|1", "3|2");
        db.sql("insert into users (name) values ('new')");
        assertThat(db.rows("select max(id) from users")).containsExactly("4");

        db.run(script.downgrade());
        db.sql("insert into users (name) values ('newer')");
        assertThat(db.rows("select id, name from users order by id"))
                .containsExactly("1|fred", "2|susan", "4|new", "5|newer");
        assertThat(db.rows("select id, author_id from posts order by id")).hasSize(3);
    }

    @Test
    void the_next_id_is_kept_even_without_rows() {
        Evolution db = filled(TestDatabase.SQLITE).sql("delete from posts", "delete from users");
        db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);
        db.sql("insert into users (name) values ('new')");

        assertThat(db.rows("select id from users")).containsExactly("4");
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(columnDefinition = "TEXT")
        String text;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class NumberedByHand {
        @Id Integer id;

        @Column(columnDefinition = "TEXT")
        String text;
    }

    @Entity(name = "Note")
    @Table(name = "notes")
    static class StricterNote {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(columnDefinition = "TEXT", nullable = false)
        String text;
    }

    /** As DB Browser for SQLite writes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE \"notes\" (\"id\" INTEGER, \"text\" TEXT, PRIMARY KEY(\"id\""
                        + " AUTOINCREMENT))",
                "CREATE TABLE [notes] (id INTEGER NOT NULL, text TEXT,"
                        + " CONSTRAINT pk PRIMARY KEY (id ASC AUTOINCREMENT) ON CONFLICT ABORT)"
            })
    void autoincrement_of_a_key_after_the_columns_counts_on(String create) {
        Evolution db =
                Evolution.on(TestDatabase.SQLITE)
                        .sql(
                                create,
                                "insert into notes (text) values ('a'), ('b'), ('c')",
                                "delete from notes where id = 3");
        assertThat(db.diff(Note.class).changes()).isEmpty();
        assertThat(db.diff(NumberedByHand.class))
                .hasToString("Detected removed numbering of ids on column 'notes.id'");

        MigrationScript script = db.migrate(Decisions.none(), StricterNote.class);
        db.sql("insert into notes (text) values ('d')");
        db.run(script.downgrade());
        db.sql("insert into notes (text) values ('e')");
        assertThat(db.rows("select id, text from notes"))
                .containsExactly("1|a", "2|b", "4|d", "5|e");
    }

    @OnSqliteAndPostgres
    void foreign_keys_of_other_tables_still_work(TestDatabase database) {
        Evolution db = filled(database);
        db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);

        String delete = "delete from users where id = 1";
        db.sql(database == TestDatabase.SQLITE ? "pragma foreign_keys = on" : "select 1");
        db.onConnection(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        if (database == TestDatabase.SQLITE) {
                            statement.execute("pragma foreign_keys = on");
                        }
                        return statement.execute(delete);
                    }
                });
        assertThat(db.rows("select id from posts")).containsExactly("3");
    }

    private static final String[] SQLITE_EXTRAS = {
        "create table log (entry text)",
        "create view names as select id, name from users",
        "create view first_names as select min(name) as name from names",
        "create trigger logged after insert on users begin"
                + " insert into log values ('user ' || new.name); end",
        "create trigger posted after insert on posts begin"
                + " insert into log select 'post of ' || name from users where id = new.author_id; end",
        "create trigger through instead of insert on names begin"
                + " insert into users (name) values (new.name); end"
    };

    private static final String[] POSTGRES_EXTRAS = {
        "create table log (entry text)",
        "create view names as select id, name from users",
        "create view first_names as select min(name) as name from names",
        "create function note() returns trigger language plpgsql as"
                + " $$ begin insert into log values ('user ' || new.name); return new; end $$",
        "create trigger logged after insert or update of name on users"
                + " for each row execute function note()"
    };

    @OnSqliteAndPostgres
    void triggers_and_views_are_kept(TestDatabase database) {
        Evolution db = filled(database);
        db.sql(database == TestDatabase.SQLITE ? SQLITE_EXTRAS : POSTGRES_EXTRAS);
        java.util.List<String> start = Catalogue.of(db);

        MigrationScript script = db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);
        check(db, database);
        db.run(script.downgrade());
        assertThat(Catalogue.of(db)).isEqualTo(start);
        check(db, database);
    }

    @Test
    void a_full_text_index_and_its_triggers_are_kept_on_sqlite() {
        Evolution db =
                filled(TestDatabase.SQLITE)
                        .sql(
                                "create virtual table found using fts5(name)",
                                "create trigger indexed after insert on posts begin"
                                        + " insert into found select name from users"
                                        + " where id = new.author_id; end");
        MigrationScript script = db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);
        db.run(script.downgrade());
        db.sql("insert into posts (author_id) values (2)");
        assertThat(db.rows("select name from found where found match 'susan'"))
                .containsExactly("susan");
    }

    @Test
    void unknown_functions_and_collations_do_not_stop_a_migration_on_sqlite() {
        Evolution db =
                filled(TestDatabase.SQLITE)
                        .sql("create view shout as select loud(name) from users");
        db.migrate(Decisions.none(), LongerUser.class, PostOfLonger.class);
        assertThat(db.rows("select name from sqlite_master where type = 'view'"))
                .containsExactly("shout");
    }

    private static void check(Evolution db, TestDatabase database) {
        db.sql("delete from log", "insert into users (name) values ('anna')");
        assertThat(db.rows("select entry from log")).containsExactly("user anna");
        assertThat(db.rows("select name from first_names")).containsExactly("anna");
        if (database == TestDatabase.SQLITE) {
            db.sql(
                    "insert into posts (author_id) select min(id) from users",
                    "insert into names (name) values ('zoe')");
            assertThat(db.rows("select entry from log"))
                    .containsExactly("user anna", "post of fred", "user zoe");
        }
        db.sql("delete from users where name in ('anna', 'zoe')");
    }

    @Test
    void triggers_and_views_follow_a_renamed_table_and_column_on_sqlite() {
        Evolution db = filled(TestDatabase.SQLITE).sql(SQLITE_EXTRAS);
        Decisions decisions =
                Decisions.none()
                        .renamedTable("users", "people")
                        .renamedColumn("people", "name", "label");
        assertThatThrownBy(() -> db.write(decisions, RenamedUser.class, PostOfRenamed.class))
                .hasMessage(
                        "SQLite cannot rename while view 'first_names' is there: after it, no such"
                                + " column: name. Drop or change it first.");
        db.sql("drop view first_names", "drop trigger through");

        MigrationScript script = db.migrate(decisions, RenamedUser.class, PostOfRenamed.class);
        db.sql("delete from log", "insert into people (label) values ('anna')");
        assertThat(db.rows("select entry from log")).containsExactly("user anna");
        db.sql("insert into posts (author_id) values (1)");
        assertThat(db.rows("select entry from log")).containsExactly("user anna", "post of fred");

        db.run(script.downgrade());
        db.sql(
                "delete from users where name = 'anna'",
                "create view first_names as select min(name) as name from names",
                SQLITE_EXTRAS[SQLITE_EXTRAS.length - 1]);
        check(db, TestDatabase.SQLITE);
        assertThat(db.diff(User.class, Post.class).changes()).isEmpty();
    }

    @Entity(name = "Item")
    @Table(name = "items")
    static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Collate("nocase")
        @Column(length = 20)
        String name;

        int net;
        int tax;

        @GeneratedColumn("net + tax")
        int gross;
    }

    @Entity(name = "Item")
    @Table(name = "items")
    static class LongerItem {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Collate("nocase")
        @Column(length = 30)
        String name;

        int net;
        int tax;

        @GeneratedColumn("net + tax")
        int gross;
    }

    @Test
    void collations_and_computed_columns_are_kept_on_sqlite() {
        Evolution db =
                Evolution.on(TestDatabase.SQLITE)
                        .create(Item.class)
                        .sql("insert into items (name, net, tax) values ('Pen', 10, 2)");
        MigrationScript script = db.migrate(Decisions.none(), LongerItem.class);

        assertThat(db.rows("select id, gross from items where name = 'PEN'"))
                .containsExactly("1|12");
        db.run(script.downgrade());
        assertThat(db.rows("select id, gross from items where name = 'PEN'"))
                .containsExactly("1|12");
    }

    @Test
    void a_view_that_mentions_a_dropped_column_stops_the_migration_on_sqlite() {
        Evolution db =
                filled(TestDatabase.SQLITE).sql("create view codes as select code from users");

        assertThatThrownBy(
                        () ->
                                db.write(
                                        Decisions.none().droppingAnything(),
                                        Codeless.class,
                                        PostOfCodeless.class))
                .hasMessage(
                        "After this migration view 'codes' could no longer be read (no such column:"
                                + " code). Drop or change it first.");
    }

    @Entity(name = "User")
    @Table(name = "users", indexes = @Index(columnList = "name"))
    static class Codeless {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(length = 64)
        String name;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class PostOfCodeless {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Codeless author;
    }
}
