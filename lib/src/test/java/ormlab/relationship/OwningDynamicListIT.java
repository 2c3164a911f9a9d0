package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

/**
 * As the owning side of a many-to-many association, a dynamic list changes single rows of its link
 * table.
 */
class OwningDynamicListIT {
    @Entity
    static class Reader {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @ManyToMany private DynamicList<Book> books = DynamicList.empty();

        protected Reader() {}

        Reader(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String title;

        @ManyToMany(mappedBy = "books")
        private DynamicList<Reader> readers = DynamicList.empty();

        protected Book() {}

        Book(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @Entity
    static class Tag {
        @Id String word;

        protected Tag() {}

        Tag(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Entity
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @ManyToMany private WriteOnlyList<Tag> tags = WriteOnlyList.empty();
    }

    @OnEveryDatabase
    void keys_of_any_type_make_pairs(TestDatabase kind) {
        try (Database db = kind.open(Note.class, Tag.class)) {
            Note note = new Note();
            note.tags.add(new Tag("it's"));
            db.session().add(note);
            db.session().commit();
            note.tags.add(new Tag("new"));
            note.tags.add(db.query(Tag.class).getOr404("it's"));
            db.session().commit();
            assertThat(note.tags.query().orderBy("word").all()).hasToString("[it's, new]");
            assertThat(db.rows("select * from note_tags").size()).isEqualTo(2);
            note.tags.removeAll(note.tags.query().all());
            db.session().commit();
            assertThat(note.tags.query().exists()).isFalse();
        }
    }

    private static Database withTwoOfThree(TestDatabase kind) {
        Database db = kind.open(Reader.class, Book.class);
        Reader susan = new Reader("susan");
        Book one = new Book("one");
        Book two = new Book("two");
        susan.books.addAll(List.of(one, two, one));
        db.session().addAll(susan, one, two, new Book("three"));
        db.session().commit();
        db.session().clear();
        return db;
    }

    private static Reader susan(Database db) {
        return db.query(Reader.class).one();
    }

    private static Book book(Database db, String title) {
        return db.query(Book.class).filterBy("title", title).one();
    }

    private static List<String> verbs(Trace trace) {
        return trace.statements().stream().map(statement -> statement.sql().split(" ")[0]).toList();
    }

    @OnEveryDatabase
    void a_pair_added_twice_is_stored_once(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            assertThat(db.rows("select * from reader_books").size()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void adding_and_removing_load_nothing_and_send_one_statement_each(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            Book two = book(db, "two");
            Book three = book(db, "three");
            Trace changes =
                    db.trace(
                            () -> {
                                susan.books.add(three);
                                susan.books.remove(two);
                            });
            assertThat(changes.count()).isZero();
            Trace commit = db.trace(() -> db.session().commit());
            assertThat(verbs(commit)).containsExactly("delete", "insert");
            assertThat(commit.statements().get(0).binds()).hasSize(1);
            assertThat(commit.statements().get(1).binds()).hasSize(1);
            assertThat(susan.books.orderBy("title").all()).hasToString("[one, three]");
            assertThat(db.trace(() -> db.session().commit()).count()).isZero();
        }
    }

    @OnEveryDatabase
    void adding_a_present_element_or_removing_an_absent_one_changes_nothing(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            susan.books.add(book(db, "one"));
            susan.books.remove(book(db, "three"));
            db.session().commit();
            assertThat(susan.books.orderBy("title").all()).hasToString("[one, two]");
            assertThat(db.rows("select * from reader_books").size()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void elements_added_by_others_are_kept(TestDatabase kind) {
        try (Database db = kind.open(Reader.class, Book.class)) {
            Reader susan = new Reader("susan");
            Book one = new Book("one");
            susan.books.add(one);
            db.session().add(susan);
            db.session().commit();
            db.inTransaction(session -> susan(db).books.add(new Book("theirs")));
            susan.books.add(new Book("two"));
            susan.books.remove(one);
            db.session().commit();
            assertThat(susan.books.orderBy("title").all()).hasToString("[theirs, two]");
        }
    }

    @OnEveryDatabase
    void an_element_added_and_removed_again_is_not_stored(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            Book three = book(db, "three");
            susan.books.add(three);
            susan.books.remove(three);
            susan.books.remove(book(db, "one"));
            susan.books.add(book(db, "one"));
            db.session().commit();
            assertThat(susan.books.orderBy("title").all()).hasToString("[one, two]");
        }
    }

    @OnEveryDatabase
    void a_query_sees_added_elements(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            susan.books.add(new Book("new"));
            assertThat(susan.books.filterBy("title", "new").count()).isEqualTo(1);
            susan.books.removeIf(book -> book.title.equals("new"));
            assertThat(susan.books.count()).isEqualTo(2);
            susan.books.clear();
            assertThat(susan.books.isEmpty()).isTrue();
        }
    }

    @OnEveryDatabase
    void deleting_the_owner_deletes_its_pairs(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            susan.books.add(book(db, "three"));
            db.session().flush();
            db.session().delete(susan);
            db.session().commit();
            assertThat(db.rows("select * from reader_books").size()).isZero();
            assertThat(db.query(Book.class).count()).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void both_sides_can_be_dynamic_and_neither_loads(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            Reader susan = susan(db);
            Book three = book(db, "three");
            assertThat(db.trace(() -> three.readers.add(susan)).count()).isZero();
            susan.books.add(three);
            Trace commit = db.trace(() -> db.session().commit());
            assertThat(verbs(commit)).containsExactly("insert");
            assertThat(three.readers.count()).isEqualTo(1);
            assertThat(db.trace(() -> three.readers.remove(susan)).count()).isZero();
            db.session().commit();
            assertThat(three.readers.count()).isZero();
            assertThat(susan.books.count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void the_database_refuses_a_second_pair(TestDatabase kind) {
        try (Database db = withTwoOfThree(kind)) {
            assertThatThrownBy(
                            () ->
                                    db.inTransaction(
                                            session ->
                                                    session.createNativeMutationQuery(
                                                                    "insert into reader_books"
                                                                            + " select * from reader_books")
                                                            .executeUpdate()))
                    .isInstanceOf(ConstraintViolationException.class);
        }
    }
}
