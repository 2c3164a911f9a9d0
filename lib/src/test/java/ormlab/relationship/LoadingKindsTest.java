package ormlab.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

/**
 * One author with posts, mapped in every way, with the number of statements that each way takes.
 */
class LoadingKindsTest {
    @Entity
    static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;

        @OneToMany(mappedBy = "author")
        private List<Post> lazy = new ArrayList<>();

        @OneToMany(mappedBy = "author")
        @Fetch(FetchMode.SUBSELECT)
        private List<Post> subselect = new ArrayList<>();

        @OneToMany(mappedBy = "author")
        @BatchSize(size = 10)
        private List<Post> batch = new ArrayList<>();

        @OneToMany(mappedBy = "author")
        @RaiseOnLazyLoad
        private List<Post> raise = new ArrayList<>();

        @OneToMany(mappedBy = "author")
        private DynamicList<Post> dynamic = DynamicList.empty();

        @OneToMany(mappedBy = "author")
        private WriteOnlyList<Post> writeOnly = WriteOnlyList.empty();

        @ManyToMany
        @JoinTable(name = "follows")
        private Set<Author> followed = new LinkedHashSet<>();

        @ManyToMany(mappedBy = "followed")
        private DynamicList<Author> followers = DynamicList.empty();

        protected Author() {}

        Author(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return "<Author '" + name + "'>";
        }
    }

    @Entity
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String body;

        @ManyToOne(fetch = FetchType.LAZY)
        private Author author;

        protected Post() {}

        Post(String body, Author author) {
            this.body = body;
            this.author = author;
        }

        @Override
        public String toString() {
            return "<Post '" + body + "'>";
        }
    }

    private static Database withPosts(TestDatabase kind) {
        Database db = kind.open(Author.class, Post.class);
        for (int i = 0; i < 5; i++) {
            Author author = new Author("author" + i);
            db.session().addAll(author, new Post("a" + i, author), new Post("b" + i, author));
        }
        db.session().commit();
        db.session().clear();
        return db;
    }

    private interface Posts {
        List<Post> of(Author author);
    }

    /** Loads all authors and reads each one's posts; returns the number of statements. */
    private static int statements(Database db, Posts posts) {
        return db.trace(
                        () ->
                                db.query(Author.class)
                                        .orderBy("id")
                                        .all()
                                        .forEach(author -> assertThat(posts.of(author)).hasSize(2)))
                .count();
    }

    @OnEveryDatabase
    void a_lazy_list_takes_one_statement_for_each_owner(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            assertThat(statements(db, author -> author.lazy)).isEqualTo(1 + 5);
        }
    }

    @OnEveryDatabase
    void a_trace_names_the_list_that_was_loaded_lazily(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            var trace = db.trace(() -> db.query(Author.class).all().forEach(a -> a.lazy.size()));
            assertThat(trace.repeated()).hasSize(1);
            assertThat(trace.repeated().get(0).times()).isEqualTo(5);
            assertThat(trace.text())
                    .contains("-- 5 × select ")
                    .contains("-- N+1 on Author.lazy: one statement for each");
        }
    }

    @OnEveryDatabase
    void a_subselect_takes_two_statements(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            assertThat(statements(db, author -> author.subselect)).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void batches_take_one_statement_for_each_batch(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            assertThat(statements(db, author -> author.batch)).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void fetching_in_the_query_takes_one_statement(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            assertThat(
                            db.trace(
                                            () ->
                                                    db.query(Author.class)
                                                            .fetch("raise")
                                                            .all()
                                                            .forEach(
                                                                    a ->
                                                                            assertThat(a.raise)
                                                                                    .hasSize(2)))
                                    .count())
                    .isEqualTo(1);
        }
    }

    /** Lists that are always loaded together with their owner. */
    @Entity
    @Table(name = "author")
    static class EagerAuthor {
        @Id Integer id;

        @OneToMany(mappedBy = "author", fetch = FetchType.EAGER)
        private List<EagerPost> posts = new ArrayList<>();
    }

    @Entity
    @Table(name = "post")
    static class EagerPost {
        @Id Integer id;

        @ManyToOne private EagerAuthor author;
    }

    private static Database withEagerPosts(TestDatabase kind) {
        Database db = kind.open(EagerAuthor.class, EagerPost.class);
        for (int i = 1; i <= 5; i++) {
            EagerAuthor author = new EagerAuthor();
            author.id = i;
            for (int k = 1; k <= 2; k++) {
                EagerPost post = new EagerPost();
                post.id = 10 * k + i;
                author.posts.add(post);
            }
            db.session().add(author);
        }
        db.session().commit();
        db.session().clear();
        return db;
    }

    @OnEveryDatabase
    void an_eager_list_is_loaded_with_its_owner_in_one_statement(TestDatabase kind) {
        try (Database db = withEagerPosts(kind)) {
            Trace get =
                    db.trace(
                            () ->
                                    assertThat(db.query(EagerAuthor.class).getOr404(3).posts)
                                            .hasSize(2));
            assertThat(get.count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void a_query_loads_each_eager_list_even_if_it_is_not_used(TestDatabase kind) {
        try (Database db = withEagerPosts(kind)) {
            Trace all = db.trace(() -> db.query(EagerAuthor.class).all());
            assertThat(all.count()).isEqualTo(1 + 5);
            db.session().clear();
            Trace fetched = db.trace(() -> db.query(EagerAuthor.class).fetch("posts").all());
            assertThat(fetched.count()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void raise_on_lazy_load_says_what_to_write_instead(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            Author author = db.query(Author.class).first().orElseThrow();
            assertThatThrownBy(() -> author.raise.size())
                    .isInstanceOf(LazyLoadRefused.class)
                    .hasMessage(
                            "Author.raise is marked @RaiseOnLazyLoad and was about to be loaded"
                                    + " lazily."
                                    + " Load it with its owner:"
                                    + " db.query(Author.class).fetch(\"raise\").");
        }
    }

    @OnEveryDatabase
    void a_dynamic_list_sends_one_statement_for_each_read(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            assertThat(statements(db, author -> author.dynamic.orderBy("body").all()))
                    .isEqualTo(1 + 5);
        }
    }

    @OnEveryDatabase
    void a_write_only_list_accepts_elements_and_refuses_to_load(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            Author author = db.query(Author.class).orderBy("id").first().orElseThrow();
            Post third = new Post("c0", null);
            assertThat(db.trace(() -> author.writeOnly.add(third)).count()).isZero();
            db.session().commit();
            assertThat(author.writeOnly.query().orderBy("body").all())
                    .hasToString("[<Post 'a0'>, <Post 'b0'>, <Post 'c0'>]");
            assertThatThrownBy(() -> author.writeOnly.size())
                    .hasMessage(
                            "This list is write-only, so size() would load all of it. Call query().count()"
                                    + " instead.");
            assertThatThrownBy(() -> author.writeOnly.forEach(post -> {}))
                    .hasMessageStartingWith("This list is write-only, so iterating would load");
            author.writeOnly.remove(third);
            db.session().commit();
            assertThat(author.writeOnly.query().count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void followers_are_the_inverse_side_of_a_self_referencing_many_to_many(TestDatabase kind) {
        try (Database db = withPosts(kind)) {
            List<Author> authors = db.query(Author.class).orderBy("id").all();
            Author john = authors.get(0);
            authors.get(1).followed.add(john);
            authors.get(2).followed.add(john);
            authors.get(2).followed.add(john);
            db.session().commit();
            assertThat(john.followers.orderBy("name").all())
                    .hasToString("[<Author 'author1'>, <Author 'author2'>]");
            assertThat(john.followers.filterBy("name", "author2").count()).isEqualTo(1);
            assertThat(db.rows("select count(*) from follows").values()).hasToString("[[2]]");
            john.followers.remove(authors.get(2));
            john.followers.add(authors.get(3));
            db.session().commit();
            assertThat(john.followers.orderBy("name").all())
                    .hasToString("[<Author 'author1'>, <Author 'author3'>]");
        }
    }
}
