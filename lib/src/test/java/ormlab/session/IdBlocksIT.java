package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

/** Several new objects of a class get their ids in advance and are inserted in batches. */
class IdBlocksIT {
    private static List<User> users(int count) {
        return IntStream.range(0, count).mapToObj(i -> new User("user" + i)).toList();
    }

    private static List<User> more(int count) {
        return IntStream.range(0, count).mapToObj(i -> new User("more" + i)).toList();
    }

    @OnEveryDatabase
    void one_object_takes_one_statement(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new User("fred"));
            Trace trace = db.trace(() -> db.session().flush());
            assertThat(trace.count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void a_thousand_objects_take_one_query_for_ids_and_a_few_batches(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            List<User> users = users(1_000);
            db.session().addAll(users);
            Trace trace = db.trace(() -> db.session().flush());
            assertThat(trace.statements())
                    .filteredOn(statement -> statement.sql().startsWith("select"))
                    .hasSize(1);
            assertThat(users)
                    .extracting(User::getId)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000).boxed().toList());
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(1_000);
            assertThat(db.query(User.class).get(500).orElseThrow()).isSameAs(users.get(499));
        }
    }

    @OnEveryDatabase
    void an_id_is_not_reused_after_its_row_was_deleted(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            List<User> first = users(20);
            db.session().addAll(first);
            db.session().commit();
            db.session().delete(first.get(19));
            db.session().commit();
            List<User> second = more(20);
            db.session().addAll(second);
            db.session().commit();
            User last = new User("ann");
            db.session().add(last);
            db.session().commit();
            assertThat(second)
                    .extracting(User::getId)
                    .containsExactlyElementsOf(IntStream.rangeClosed(21, 40).boxed().toList());
            assertThat(last.getId()).isEqualTo(41);
        }
    }

    @OnEveryDatabase
    void after_a_rollback_the_objects_are_new_and_can_be_added_again(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            List<User> users = users(30);
            db.session().addAll(users);
            db.session().flush();
            db.session().rollback();
            assertThat(users).extracting(User::getId).containsOnlyNulls();
            db.session().addAll(users);
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(30);
        }
    }

    @OnEveryDatabase
    void persisting_directly_and_adding_can_be_mixed(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().addAll(users(30));
            db.session().persist(new User("direct"));
            db.session().flush();
            db.session().persist(new User("direct again"));
            db.session().addAll(more(20));
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(52);
        }
    }

    @OnEveryDatabase
    void a_query_of_another_table_sends_waiting_objects(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().addAll(users(30));
            db.query(Role.class).all();
            assertThat(db.trace(() -> db.session().flush()).count()).isZero();
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(30);
        }
    }

    @Entity
    static class Album {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @OneToMany(mappedBy = "album", cascade = CascadeType.PERSIST)
        List<Song> songs = new ArrayList<>();

        Album with(int count) {
            for (int i = 0; i < count; i++) {
                Song song = new Song();
                song.album = this;
                songs.add(song);
            }
            return this;
        }
    }

    @Entity
    static class Song {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @ManyToOne(optional = false)
        Album album;

        @ManyToOne Song next;
    }

    @OnEveryDatabase
    void cascades_store_their_objects(TestDatabase kind) {
        try (Database db = kind.open(Album.class, Song.class)) {
            for (int i = 0; i < 20; i++) {
                Song song = new Song();
                song.album = new Album().with(i % 3);
                db.session().addAll(song, song.album, new Album().with(1));
            }
            db.session().commit();
            assertThat(db.query(Album.class).count()).isEqualTo(40);
            assertThat(db.query(Song.class).count()).isEqualTo(20 + 19 + 20);
        }
    }

    @OnEveryDatabase
    void new_objects_may_refer_to_each_other(TestDatabase kind) {
        try (Database db = kind.open(Album.class, Song.class)) {
            Album album = new Album().with(20);
            for (int i = 0; i < 20; i++) {
                album.songs.get(i).next = album.songs.get((i + 1) % 20);
            }
            db.session().addAll(album.songs);
            db.session().add(album);
            db.session().commit();
            assertThat(db.rows("select count(*) from song where next_id is not null").values())
                    .hasToString("[[20]]");
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Short id;

        String name;
    }

    @Entity
    static class Dog extends Animal {
        String trick;
    }

    @Entity
    static class Cat extends Animal {
        int lives = 9;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    static class Shape {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity
    static class Circle extends Shape {
        Integer radius = 3;
    }

    @OnEveryDatabase
    void subclasses_share_the_ids_of_their_root(TestDatabase kind) {
        try (Database db =
                kind.open(Animal.class, Dog.class, Cat.class, Shape.class, Circle.class)) {
            for (int i = 0; i < 10; i++) {
                db.session().addAll(new Dog(), new Cat(), new Animal());
                db.session().addAll(new Shape(), new Circle());
            }
            db.session().commit();
            db.session().addAll(new Cat());
            db.session().commit();
            db.session().clear();
            assertThat(db.query(Animal.class).all())
                    .extracting(animal -> (int) animal.id)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 31).boxed().toList());
            assertThat(db.query(Dog.class).count()).isEqualTo(10);
            assertThat(db.query(Cat.class).all()).extracting(cat -> cat.lives).containsOnly(9);
            assertThat(db.query(Circle.class).all()).extracting(c -> c.radius).containsOnly(3);
        }
    }

    @OnEveryDatabase
    void a_rejected_row_in_a_batch_is_named_like_a_single_one(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            db.session().add(new Role("Observer"));
            db.session().commit();
            db.session().add(new Role("Observer"));
            String single = messageOf(db);
            db.session().addAll(roles(20));
            db.session().addAll(new Role("Observer"));
            assertThat(messageOf(db)).isEqualTo(single);
            db.session().addAll(roles(20));
            db.session().commit();
            assertThat(db.query(Role.class).count()).isEqualTo(21);
        }
    }

    @OnEveryDatabase
    void thousands_of_objects_of_two_classes_are_stored_correctly(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            for (int i = 0; i < 1_237; i++) {
                Role role = new Role("role" + i);
                db.session().addAll(new User(i % 3 == 0 ? null : "user🙂" + i, role), role);
            }
            db.session().commit();
            assertThat(
                            db.rows(
                                            "select r.name, u.username, r.id, u.id from users u"
                                                    + " join roles r on r.id = u.role_id order by u.id")
                                    .values())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_237)
                                    .mapToObj(
                                            i ->
                                                    Arrays.<Object>asList(
                                                            "role" + i,
                                                            i % 3 == 0 ? null : "user🙂" + i,
                                                            i + 1,
                                                            i + 1))
                                    .toList());
        }
    }

    @OnEveryDatabase
    void one_rejected_row_among_thousands_stores_none_of_them(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            List<User> users = new ArrayList<>(users(2_500));
            users.add(1_700, new User("user3"));
            db.session().addAll(users);
            assertThat(messageOf(db)).startsWith("users.username must be unique");
            assertThat(users).extracting(User::getId).containsOnlyNulls();
            assertThat(db.query(User.class).count()).isZero();
            users.remove(1_700);
            db.session().addAll(users);
            db.session().commit();
            assertThat(db.query(User.class).count()).isEqualTo(2_500);
        }
    }

    @OnEveryDatabase
    void any_number_of_rows_is_stored(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            for (int rows : List.of(10, 49, 50, 51, 99, 100, 101, 151)) {
                db.session().addAll(users(rows));
                db.session().commit();
                assertThat(db.query(User.class).delete()).isEqualTo(rows);
            }
        }
    }

    private static List<Role> roles(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Role("role" + i)).toList();
    }

    private static String messageOf(Database db) {
        List<String> messages = new ArrayList<>();
        assertThatThrownBy(() -> db.session().commit())
                .satisfies(failed -> messages.add(failed.getMessage()));
        db.session().rollback();
        return messages.get(0);
    }

    @Test
    void a_table_created_elsewhere_needs_no_autoincrement() {
        try (Database db = Database.open(TestDatabase.SQLITE.freshUrl())) {
            db.models(Role.class, User.class);
            execute(db, "create table roles (id integer primary key, name text)");
            execute(
                    db,
                    "create table users (id integer primary key, username text, role_id integer)");
            db.session().addAll(users(30));
            db.session().commit();
            db.session().addAll(more(20));
            db.session().commit();
            assertThat(db.rows("select max(id) from users").values()).hasToString("[[50]]");
        }
    }

    @Test
    void a_table_created_elsewhere_may_reject_ids_or_have_no_sequence() {
        try (Database db = Database.open(TestDatabase.POSTGRESQL.freshUrl())) {
            db.models(Role.class, User.class);
            execute(
                    db,
                    "create table roles (id integer generated always as identity primary key, name"
                            + " text)");
            execute(db, "create sequence numbers start 7");
            execute(
                    db,
                    "create table users (id integer default nextval('numbers') primary key,"
                            + " username text, role_id integer)");
            db.session().addAll(users(30));
            db.session().addAll(roles(20));
            db.session().commit();
            assertThat(db.rows("select max(id) from users").values()).hasToString("[[36]]");
            assertThat(db.rows("select max(id) from roles").values()).hasToString("[[20]]");
        }
    }

    private static void execute(Database db, String sql) {
        db.session().createNativeMutationQuery(sql).executeUpdate();
        db.session().commit();
    }
}
