package ormlab.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.DuplicateMappingException;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ImplicitNamesTest {
    @Entity
    static class BlogPost {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String shortTitle;

        @Column(name = "Legacy_Name")
        String renamed;

        @ManyToOne Canvas canvas;
        @ManyToOne BlogPost answerTo;
        @OneToOne Canvas coverImage;
        @ManyToMany Set<Tag> tags = new HashSet<>();
        @ManyToMany Set<Tag> hiddenTags = new HashSet<>();
        @ManyToMany Set<BlogPost> relatedPosts = new HashSet<>();
        @ElementCollection Set<String> nickNames = new HashSet<>();
        @ElementCollection @OrderColumn List<String> firstLines = new ArrayList<>();
        @ElementCollection Map<String, String> settings = new HashMap<>();
        @Embedded Place place;
        @OneToMany @JoinColumn Set<Remark> remarks = new HashSet<>();
        @OneToMany Set<Remark> archivedRemarks = new HashSet<>();
    }

    @Embeddable
    static class Place {
        String cityName;
    }

    @Entity
    static class Canvas {
        @Id Integer id;
    }

    @Entity
    static class Remark {
        @Id Integer id;

        @ManyToOne Canvas posts;
    }

    @Entity
    @Inheritance
    static class Tag {
        @Id Integer id;

        @ManyToMany(mappedBy = "tags")
        Set<BlogPost> posts = new HashSet<>();
    }

    @Entity
    static class HashTag extends Tag {}

    private Map<String, List<String>> columns(Class<?>... classes) {
        Map<String, List<String>> columns = new HashMap<>();
        try (MappedModel model = TestDatabase.SQLITE.create(classes)) {
            for (ormlab.schema.Table table : model.schema().tables()) {
                columns.put(table.name().name(), table.columnNames());
            }
        }
        return columns;
    }

    @Test
    void tables_and_columns_are_snake_case_in_declared_order() {
        assertThat(columns(BlogPost.class, Canvas.class, Tag.class, HashTag.class, Remark.class))
                .containsOnlyKeys(
                        "blog_post",
                        "canvas",
                        "tag",
                        "remark",
                        "blog_post_tags",
                        "blog_post_hidden_tags",
                        "blog_post_related_posts",
                        "blog_post_nick_names",
                        "blog_post_first_lines",
                        "blog_post_settings",
                        "blog_post_archived_remarks")
                .containsEntry(
                        "blog_post",
                        List.of(
                                "id",
                                "short_title",
                                "Legacy_Name",
                                "canvas_id",
                                "answer_to_id",
                                "cover_image_id",
                                "city_name"))
                .containsEntry("blog_post_tags", List.of("blog_post_id", "tag_id"))
                .containsEntry("blog_post_hidden_tags", List.of("blog_post_id", "hidden_tag_id"))
                .containsEntry(
                        "blog_post_related_posts", List.of("blog_post_id", "related_post_id"))
                .containsEntry("blog_post_nick_names", List.of("blog_post_id", "nick_names"))
                .containsEntry(
                        "blog_post_first_lines",
                        List.of("blog_post_id", "first_lines", "first_lines_order"))
                .containsEntry(
                        "blog_post_settings", List.of("blog_post_id", "settings", "settings_key"))
                .containsEntry(
                        "blog_post_archived_remarks", List.of("blog_post_id", "archived_remark_id"))
                .containsEntry("remark", List.of("id", "posts_id", "blog_post_id"))
                .containsEntry("tag", List.of("id", "dtype"));
    }

    @Entity
    @Table(
            name = "a_table_with_a_name_that_goes_on_and_on",
            indexes = @Index(columnList = "aColumnWithANameThatGoesOnAndOn"))
    static class Longwinded {
        @Id Integer id;

        @Column(unique = true, name = "aColumnWithANameThatGoesOnAndOn", length = 5)
        String text;
    }

    @Test
    void long_constraint_names_are_truncated_with_a_stable_suffix() {
        try (MappedModel model = TestDatabase.POSTGRESQL.create(Longwinded.class)) {
            ormlab.schema.Table table = model.schema().tables().get(0);
            assertThat(table.uniques().get(0).name())
                    .isEqualTo("uq_a_table_with_a_name_that_goes_on_and_on_acolumnwith_223a1388")
                    .hasSize(63);
        }
    }

    @Entity
    @Table(name = "order")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(name = "group", unique = true)
        String group;

        @ManyToOne User user;
        String date;
        String value;

        @ElementCollection
        @CollectionTable(name = "select")
        Set<String> where = new HashSet<>();
    }

    @Entity
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;
    }

    @OnSqliteAndPostgres
    void reserved_words_work_as_names(TestDatabase database) {
        try (MappedModel model = database.create(Order.class, User.class)) {
            model.write(
                    session -> {
                        User user = new User();
                        user.name = "Ada";
                        session.persist(user);
                        Order order = new Order();
                        order.group = "first";
                        order.user = user;
                        order.where.add("here");
                        session.persist(order);
                    });
            String found =
                    model.read(
                            session ->
                                    session.createSelectionQuery(
                                                    "select o.group || w || o.user.name from Order o"
                                                            + " join o.where w",
                                                    String.class)
                                            .getSingleResult());
            assertThat(found).isEqualTo("firsthereAda");
        }
    }

    @OnSqliteAndPostgres
    void only_reserved_words_are_quoted(TestDatabase database) {
        try (MappedModel model = database.create(Order.class, User.class)) {
            String sql = String.join("\n", model.schema().createStatements());
            assertThat(sql)
                    .contains("\"order\"", "\"group\"", "\n  date ", "\n  value ", "\n  name ")
                    .doesNotContain("\"\"");
            assertThat(sql.contains("\"user\"")).isEqualTo(database == TestDatabase.POSTGRESQL);
        }
    }

    static class Elsewhere {
        @Entity
        static class User {
            @Id Integer id;
        }
    }

    @Test
    void two_entities_with_the_same_simple_name_are_refused() {
        assertThatThrownBy(() -> TestDatabase.SQLITE.map(User.class, Elsewhere.User.class).close())
                .isInstanceOf(DuplicateMappingException.class)
                .hasMessageContaining("User");
    }

    @Entity
    @Inheritance
    @DiscriminatorColumn
    static class Animal {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity
    static class Cat extends Animal {}

    @OnSqliteAndPostgres
    void a_nested_class_is_named_by_its_simple_name(TestDatabase database) {
        try (MappedModel model = database.create(Animal.class, Cat.class)) {
            model.write(session -> session.persist(new Cat()));
            assertThat(model.rows("select dtype from animal")).containsExactly("Cat");
            List<Cat> cats =
                    model.read(s -> s.createSelectionQuery("from Cat", Cat.class).getResultList());
            assertThat(cats).hasSize(1);
            assertThat(model.factory().getMetamodel().entity(Cat.class).getName()).isEqualTo("Cat");
        }
    }

    @Entity
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Test
    void a_sequence_is_named_after_its_table() {
        try (MappedModel model = TestDatabase.POSTGRESQL.create(Numbered.class)) {
            model.write(session -> session.persist(new Numbered()));
            assertThat(model.schema().createStatements().get(0))
                    .isEqualTo("create sequence numbered_id_seq start with 1 increment by 50");
        }
    }

    @Test
    void sqlite_generates_ids_without_sequences() {
        try (MappedModel model = TestDatabase.SQLITE.create(Numbered.class)) {
            assertThat(model.schema().createStatements())
                    .containsExactly(
                            "create table numbered (\n  id integer primary key autoincrement\n)");
        }
    }
}
