package ormlab.advice;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import ormlab.Database;

/** The blog of most seeded defects, with and without batches. */
final class Blog {
    static final Class<?>[] MODELS = {
        Author.class, Post.class, Comment.class, Tag.class, Category.class
    };

    /** 12 authors with 5 posts each, 3 comments on each post, and 4 tags for each author. */
    private static final List<String> ROWS =
            List.of(
                    "insert into author (id, name) "
                            + numbers(12)
                            + "select i, 'author ' || i from n",
                    "insert into category (id, name) "
                            + numbers(6)
                            + "select i, 'category ' || i from n",
                    "insert into post (id, title, author_id, category_id) "
                            + numbers(60)
                            + "select i, 'post ' || i, 1 + i % 12, 1 + i % 6 from n",
                    "insert into comment (id, body, post_id) "
                            + numbers(180)
                            + "select i, 'comment ' || i, 1 + i % 60 from n",
                    "insert into tag (id, label) " + numbers(8) + "select i, 'tag ' || i from n",
                    "insert into author_tag (author_id, tag_id) "
                            + numbers(48)
                            + "select 1 + i % 12, 1 + (i / 12 + i) % 8 from n");

    private Blog() {}

    /** Returns the start of an INSERT of the numbers from 1 to {@code last}, as n(i). */
    static String numbers(int last) {
        return "with recursive n(i) as (select 1 union all select i + 1 from n where i < %s) "
                .formatted(last);
    }

    static void fill(Database db) {
        ROWS.forEach(db.session()::execute);
        db.session().commit();
    }

    @Entity(name = "Author")
    static class Author {
        @Id Integer id;

        String name;

        @OneToMany(mappedBy = "author")
        List<Post> posts = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "author_tag")
        Set<Tag> tags = new LinkedHashSet<>();
    }

    @Entity(name = "Post")
    static class Post {
        @Id Integer id;

        String title;

        @ManyToOne(fetch = FetchType.LAZY)
        Author author;

        @ManyToOne(fetch = FetchType.LAZY)
        Category category;

        @OneToMany(mappedBy = "post")
        List<Comment> comments = new ArrayList<>();

        protected Post() {}

        Post(int id, Author author) {
            this.id = id;
            this.title = "new";
            this.author = author;
        }
    }

    @Entity(name = "Comment")
    static class Comment {
        @Id Integer id;

        String body;

        @ManyToOne(fetch = FetchType.LAZY)
        Post post;

        protected Comment() {}

        Comment(int id, Post post) {
            this.id = id;
            this.body = "new";
            this.post = post;
        }
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id Integer id;

        String label;

        protected Tag() {}

        Tag(int id) {
            this.id = id;
            this.label = "new " + id;
        }
    }

    @Entity(name = "Category")
    static class Category {
        @Id Integer id;

        private String name;

        String getName() {
            return name;
        }
    }

    /** The same tables with the batches that the advice recommends. */
    static final class Batched {
        static final Class<?>[] MODELS = {
            Author.class, Post.class, Comment.class, Tag.class, Category.class
        };

        private Batched() {}

        @Entity(name = "Author")
        static class Author {
            @Id Integer id;

            String name;

            @OneToMany(mappedBy = "author")
            @BatchSize(size = 20)
            List<Post> posts = new ArrayList<>();

            @ManyToMany
            @JoinTable(name = "author_tag")
            @BatchSize(size = 20)
            Set<Tag> tags = new LinkedHashSet<>();
        }

        @Entity(name = "Post")
        static class Post {
            @Id Integer id;

            String title;

            @ManyToOne(fetch = FetchType.LAZY)
            Author author;

            @ManyToOne(fetch = FetchType.LAZY)
            Category category;

            @OneToMany(mappedBy = "post")
            @BatchSize(size = 20)
            List<Comment> comments = new ArrayList<>();
        }

        @Entity(name = "Comment")
        static class Comment {
            @Id Integer id;

            String body;

            @ManyToOne(fetch = FetchType.LAZY)
            Post post;
        }

        @Entity(name = "Tag")
        static class Tag {
            @Id Integer id;

            String label;
        }

        @Entity(name = "Category")
        @BatchSize(size = 20)
        static class Category {
            @Id Integer id;

            private String name;

            String getName() {
                return name;
            }
        }
    }
}
