package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

/** What is stored when a detached owner with plain lists is merged. */
class MergeIT {
    @Entity
    @Table(name = "authors")
    static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String name;

        @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
        private List<Post> posts = new ArrayList<>();

        @ManyToMany(cascade = CascadeType.MERGE)
        private List<Tag> tags = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "nicknames")
        @Column(name = "nickname")
        private List<String> nicknames = new ArrayList<>();

        Author() {}

        Author(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "posts")
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String title;

        @ManyToOne(fetch = FetchType.LAZY)
        private Author author;

        Post() {}

        Post(String title) {
            this.title = title;
        }
    }

    @Entity
    @Table(name = "tags")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Integer id;

        private String word;

        Tag() {}

        Tag(String word) {
            this.word = word;
        }
    }

    private static Database withAuthor(TestDatabase kind) {
        Database db = kind.open(Author.class, Post.class, Tag.class);
        Author susan = new Author("susan");
        susan.posts.add(new Post("one"));
        susan.posts.add(new Post("two"));
        Tag java = new Tag("java");
        Tag sql = new Tag("sql");
        susan.tags.add(java);
        susan.tags.add(sql);
        susan.nicknames.add("sue");
        db.session().addAll(java, sql, susan);
        db.session().commit();
        db.closeSession();
        return db;
    }

    private static Author detached(Database db) {
        Author susan = db.query(Author.class).one();
        assertThat(susan.posts).hasSize(2);
        assertThat(susan.tags).hasSize(2);
        assertThat(susan.nicknames).hasSize(1);
        db.closeSession();
        return susan;
    }

    private static List<String> rows(Database db, String sql) {
        return db.rows(sql).values().stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    private static List<String> titles(Database db) {
        return rows(
                db,
                "select p.title || ' by ' || coalesce(a.name, 'nobody') from posts p"
                        + " left join authors a on a.id = p.author_id order by p.id");
    }

    @OnEveryDatabase
    void an_unchanged_owner_changes_no_row(TestDatabase kind) {
        try (Database db = withAuthor(kind)) {
            Author susan = detached(db);
            Trace trace =
                    db.trace(
                            () -> {
                                db.session().merge(susan);
                                db.session().commit();
                            });
            assertThat(trace.statements()).allMatch(sent -> sent.isSelect());
        }
    }

    @OnEveryDatabase
    void changes_in_both_objects_and_the_list_are_stored(TestDatabase kind) {
        try (Database db = withAuthor(kind)) {
            Author susan = detached(db);
            susan.name = "Susan";
            susan.posts.get(0).title = "uno";
            Post third = new Post("three");
            third.author = susan;
            susan.posts.add(third);
            db.session().merge(susan);
            db.session().commit();
            assertThat(titles(db))
                    .containsExactly("uno by Susan", "two by Susan", "three by Susan");
        }
    }

    @OnEveryDatabase
    void an_element_removed_while_detached_loses_its_owner(TestDatabase kind) {
        try (Database db = withAuthor(kind)) {
            Author susan = detached(db);
            susan.posts.remove(0);
            susan.posts.add(new Post("three"));
            db.session().merge(susan);
            db.session().commit();
            assertThat(titles(db))
                    .containsExactly("one by nobody", "two by susan", "three by susan");
        }
    }

    @OnEveryDatabase
    void the_merged_list_holds_managed_objects_and_rewrites_no_link(TestDatabase kind) {
        try (Database db = withAuthor(kind)) {
            Author susan = detached(db);
            susan.tags.get(0).word = "Java";
            Author merged = db.session().merge(susan);
            assertThat(merged.tags).allMatch(db.session()::contains);
            Trace trace = db.trace(() -> db.session().commit());
            assertThat(trace.text()).doesNotContain("authors_tags");
            merged.tags.get(1).word = "SQL";
            db.session().commit();
            assertThat(rows(db, "select word from tags order by id"))
                    .containsExactly("Java", "SQL");
            susan.tags.remove(0);
            susan.nicknames.add("suzie");
            db.session().merge(susan);
            db.session().commit();
            assertThat(rows(db, "select tag_id from authors_tags")).containsExactly("2");
            assertThat(rows(db, "select nickname from nicknames order by 1"))
                    .containsExactly("sue", "suzie");
        }
    }
}
