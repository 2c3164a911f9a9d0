package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.relationship.DynamicList;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** What sessions report if rows are not what the program expects. */
class SessionProblemsTest {
    @Entity
    @Table(name = "flags")
    static class Flag {
        @Id private Integer id;
        private boolean lit;
        private Size size;
    }

    @Embeddable
    static class Size {
        private int width;
        private Integer height;
    }

    @Entity
    @Table(name = "notes")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        @Version private int version;
        private String text;

        Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    @Entity
    @Table(name = "blogs")
    static class Blog {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        @OneToMany(mappedBy = "blog")
        private DynamicList<Entry> entries;

        @OneToMany(mappedBy = "plain")
        private List<Entry> plainEntries;
    }

    @Entity
    @Table(name = "entries")
    static class Entry {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        @ManyToOne(cascade = jakarta.persistence.CascadeType.PERSIST)
        private Blog blog;

        @ManyToOne(cascade = jakarta.persistence.CascadeType.PERSIST)
        private Blog plain;
    }

    @OnEveryDatabase
    void a_null_for_a_primitive_field_names_field_and_column(TestDatabase kind) {
        try (Database db = Database.open(kind.freshUrl()).models(Flag.class)) {
            db.inTransaction(
                    session -> {
                        session.createNativeMutationQuery(
                                        "create table flags (id integer primary key, lit boolean,"
                                                + " width integer, height integer)")
                                .executeUpdate();
                        session.createNativeMutationQuery("insert into flags (id) values (1)")
                                .executeUpdate();
                    });
            String words =
                    "flags.lit is null in the row with id 1, and Flag.lit is a boolean, which cannot"
                            + " be null. Declare it as Boolean, or fill the column: update flags set"
                            + " lit = … where lit is null.";
            assertThatThrownBy(() -> db.query(Flag.class).all())
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(words);
            db.session().rollback();
            assertThatThrownBy(() -> db.session().find(Flag.class, 1)).hasMessage(words);
        }
    }

    @OnEveryDatabase
    void a_changed_row_is_named_with_what_to_do(TestDatabase kind) {
        try (Database db = kind.open(Note.class)) {
            List<Note> notes = List.of(new Note("a"), new Note("b"));
            db.session().addAll(notes);
            db.session().commit();
            db.inTransaction(
                    other -> {
                        other.find(Note.class, 2).text = "theirs";
                    });
            notes.forEach(note -> note.text = "mine");
            String words =
                    "Note with id 2 is out of date: another transaction changed or deleted its row"
                            + " after this object was loaded. Call session.rollback(), load it"
                            + " again, and repeat your change.";
            assertThatThrownBy(() -> db.query(Note.class).all())
                    .isInstanceOf(OptimisticLockException.class)
                    .hasMessage(words);
            db.session().rollback();
            Note unsaved = notes.get(1);
            assertThatThrownBy(() -> db.session().merge(unsaved)).hasMessage(words);
            db.session().rollback();
            Note stale = db.query(Note.class).getOr404(2);
            db.session().clear();
            db.inTransaction(
                    other -> {
                        other.find(Note.class, 2).text = "theirs, too";
                    });
            assertThatThrownBy(() -> db.session().merge(stale))
                    .isInstanceOf(OptimisticLockException.class)
                    .hasMessage(words);
            db.session().rollback();
            Note fresh = db.query(Note.class).getOr404(2);
            db.inTransaction(
                    other -> {
                        other.find(Note.class, 2).text = "theirs again";
                    });
            fresh.text = "mine";
            assertThatThrownBy(() -> db.session().commit()).hasMessage(words);
        }
    }

    @OnEveryDatabase
    void lists_that_a_new_object_left_null_work_after_the_commit(TestDatabase kind) {
        try (Database db = kind.open(Blog.class, Entry.class)) {
            Blog blog = new Blog();
            Blog cascaded = new Blog();
            Entry entry = new Entry();
            entry.blog = cascaded;
            db.session().addAll(blog, entry);
            db.session().commit();
            blog.entries.add(new Entry());
            cascaded.entries.add(new Entry());
            db.session().commit();
            assertThat(blog.entries.count()).isEqualTo(1);
            assertThat(cascaded.entries.count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void a_plain_list_of_an_object_reached_by_a_cascade_sets_the_owning_side(TestDatabase kind) {
        try (Database db = kind.open(Blog.class, Entry.class)) {
            Blog blog = new Blog();
            blog.plainEntries = new ArrayList<>(List.of(new Entry()));
            Entry first = new Entry();
            first.blog = blog;
            db.session().add(first);
            db.session().commit();
            assertThat(db.rows("select count(*) from entries where plain_id = 1").values())
                    .hasToString("[[1]]");
            Blog persisted = new Blog();
            persisted.plainEntries = new ArrayList<>(List.of(new Entry()));
            db.session().persist(persisted);
            db.session().commit();
            assertThat(db.rows("select count(*) from entries where plain_id = 2").values())
                    .hasToString("[[1]]");
            Blog late = new Blog();
            db.session().add(late);
            db.session().flush();
            late.plainEntries = new ArrayList<>(List.of(new Entry()));
            db.session().commit();
            Entry kept = new Entry();
            late.plainEntries = new ArrayList<>(List.of(late.plainEntries.get(0), kept));
            late.plainEntries.remove(0);
            db.session().commit();
            assertThat(db.rows("select id from entries where plain_id = 3").values())
                    .hasToString("[[" + kept.id + "]]");
        }
    }

    @OnEveryDatabase
    void a_native_query_returns_the_requested_type(TestDatabase kind) {
        try (Database db = kind.open(Note.class)) {
            db.session().add(new Note("a"));
            String text =
                    db
                            .session()
                            .createNativeQuery("select * from notes", Note.class)
                            .getResultList()
                            .stream()
                            .map(note -> note.text)
                            .findFirst()
                            .orElseThrow();
            assertThat(text).isEqualTo("a");
        }
    }
}
