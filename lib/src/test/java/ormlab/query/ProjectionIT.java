package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ormlab.query.Aggregate.avg;
import static ormlab.query.Aggregate.count;
import static ormlab.query.Aggregate.countDistinct;
import static ormlab.query.Aggregate.max;
import static ormlab.query.Aggregate.min;
import static ormlab.query.Aggregate.sum;

import java.math.BigDecimal;
import java.util.stream.Stream;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.query.Author.Post;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ProjectionIT {
    record Line(String title, String author) {}

    record Named(String name, Integer stars) {}

    record Strict(String name, int stars) {}

    record Written(String name, long posts) {}

    record Place(String city, long authors, Integer best) {}

    record Totals(long authors, long rated, Long stars, Double mean, BigDecimal fee) {}

    record Extremes(String first, String last) {}

    record Member(String username, Role role) {}

    @OnSqliteAndPostgres
    void attributes_become_records(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Post> posts = db.query(Post.class);
            assertThat(
                            posts.filterBy("author.name", "bob")
                                    .select(Line.class, "title", "author.name")
                                    .orderBy("title desc")
                                    .all())
                    .containsExactly(new Line("c", "bob"), new Line("a", "bob"));
            assertThat(db.query(Author.class).orderBy("name").select(Named.class).first())
                    .contains(new Named("ann", 3));
            assertThat(
                            db.query(Author.class)
                                    .select(String.class, "address.city")
                                    .orderBy("stars", "name")
                                    .offset(5)
                                    .all())
                    .hasSize(2);
            assertThat(
                            db.trace(() -> posts.select(Line.class, "title", "author.name").all())
                                    .count())
                    .isEqualTo(1);
        }
    }

    @OnSqliteAndPostgres
    void a_selected_association_loses_no_row(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = new Role("Observer");
            db.session().addAll(observer, new User("fred", observer), new User("john"));
            db.session().commit();
            assertThat(db.query(User.class).orderBy("username").select(Member.class).all())
                    .containsExactly(new Member("fred", observer), new Member("john", null));
            assertThat(observer.getUsers().select(String.class, "username").all())
                    .containsExactly("fred");
            assertThat(
                            observer.getUsers()
                                    .groupBy("role.name")
                                    .select(Written.class, count())
                                    .all())
                    .containsExactly(new Written("Observer", 1));
        }
    }

    @OnSqliteAndPostgres
    void groups_are_counted_filtered_and_sorted(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Grouping<Post> byAuthor = db.query(Post.class).groupBy("author.name");
            assertThat(
                            byAuthor.having(count().greaterThan(1))
                                    .select(Written.class, count())
                                    .orderBy("posts desc", "name")
                                    .all())
                    .containsExactly(
                            new Written("ann", 3), new Written("dan", 3), new Written("bob", 2));
            assertThat(
                            byAuthor.having(
                                            count().equalTo(1)
                                                    .or(max("title").lessThanOrEqual("b"))
                                                    .and(min("title").lessThan("b").negated()))
                                    .select(Written.class, count())
                                    .one())
                    .isEqualTo(new Written("fay", 1));
            Projection<Place> places =
                    db.query(Author.class)
                            .groupBy("address.city")
                            .select(Place.class, count(), max("stars"));
            assertThat(places.orderBy("authors", "city").all().get(0))
                    .isEqualTo(new Place("Bern", 1, 3));
            assertThat(places.orderBy("city").limit(9).count()).isEqualTo(4);
            assertThat(places.count()).isEqualTo(4);
            assertThat(places.exists()).isTrue();
            Page<Place> page = places.orderBy("city desc").paginate(2, 3);
            assertThat(page.total()).isEqualTo(4);
            assertThat(page.items()).hasSize(1);
            try (Stream<Place> rows = places.stream()) {
                assertThat(rows.mapToLong(Place::authors).sum()).isEqualTo(7);
            }
        }
    }

    @OnSqliteAndPostgres
    void aggregates_without_groups_are_one_result(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            db.query(Author.class).filterBy("stars", 3).update("fee", new BigDecimal("1.50"));
            Projection<Totals> totals =
                    db.query(Author.class)
                            .select(
                                    Totals.class,
                                    count(),
                                    count("stars"),
                                    sum("stars"),
                                    avg("stars"),
                                    sum("fee"));
            assertThat(totals.one()).isEqualTo(new Totals(7, 4, 9L, 2.25, new BigDecimal("3.00")));
            assertThat(totals.count()).isEqualTo(1);
            assertThat(
                            db.query(Author.class)
                                    .select(Extremes.class, min("name"), max("name"))
                                    .one())
                    .isEqualTo(new Extremes("ann", "gus"));
            assertThat(db.query(Post.class).select(long.class, countDistinct("title")).one())
                    .isEqualTo(4);
        }
    }

    @OnSqliteAndPostgres
    void elements_of_a_collection_are_counted(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            assertThat(
                            authors.groupBy("name")
                                    .select(Written.class, count("posts"))
                                    .orderBy("name")
                                    .all())
                    .hasSize(7)
                    .startsWith(
                            new Written("ann", 3), new Written("bob", 2), new Written("cid", 0));
            assertThat(
                            authors.groupBy("posts.title")
                                    .having(count("posts.title").greaterThan(0))
                                    .select(Written.class, count())
                                    .orderBy("posts desc")
                                    .first())
                    .contains(new Written("a", 4));
            assertThatThrownBy(
                            () ->
                                    authors.groupBy("name")
                                            .select(Written.class, count("posts"), count()))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "name and count(posts), count() are about different rows: one join for"
                                    + " all of them would repeat values. Send two queries, or write HQL.");
        }
    }

    @OnSqliteAndPostgres
    void a_joined_condition_keeps_each_row_once(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            assertThat(
                            db.query(Author.class)
                                    .join("posts", Filters.in("title", "a", "b"))
                                    .orderBy("name")
                                    .all())
                    .hasToString("[ann, bob, dan]");
            Query<Post> posts = db.query(Post.class).join("author", Filters.equal("name", "fay"));
            assertThat(posts.count()).isEqualTo(1);
            assertThat(posts.delete()).isEqualTo(1);
            assertThatThrownBy(() -> db.query(Author.class).join("name", Filters.isNull("name")))
                    .hasMessage(
                            "join(…) takes an association, and 'name' of Author is a plain value."
                                    + " Write a condition on it with filter(…).");
        }
    }

    @OnSqliteAndPostgres
    void what_cannot_be_selected_is_refused_before_anything_is_sent(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            assertThatThrownBy(() -> authors.select(Written.class))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessageStartingWith("'posts' of Author holds many");
            assertThatThrownBy(() -> authors.select(Named.class, "name"))
                    .hasMessage(
                            "select(…) selects (String name), and Named has no constructor that"
                                    + " takes them. It has: Named(String name, Integer stars).");
            assertThatThrownBy(() -> authors.select(Named.class, "stars", "name"))
                    .hasMessageContaining("selects (Integer stars, String name)");
            assertThatThrownBy(() -> authors.select(Named.class, "name", "star"))
                    .isInstanceOf(UnknownAttribute.class)
                    .hasMessageStartingWith(
                            "Author has no attribute 'star'. Did you mean 'stars'?");
            assertThatThrownBy(() -> authors.select(Integer.class, "name"))
                    .hasMessage(
                            "select(…) selects (String name), and Integer has no constructor that"
                                    + " takes them. Pass a record, or the type of the only value.");
            assertThatThrownBy(() -> authors.select(Author.class))
                    .hasMessage(
                            "Author is not a record, so its attributes are not known. Name them:"
                                    + " select(Author.class, \"…\").");
            assertThatThrownBy(() -> authors.select(Long.class, sum("name")))
                    .hasMessage(
                            "sum(name) adds numbers, and 'name' is of type String. Name another"
                                    + " attribute, or use count(…).");
            assertThatThrownBy(() -> authors.orderBy("name").groupBy("name"))
                    .hasMessage(
                            "orderBy, limit and offset are about the groups here: call them after"
                                    + " groupBy(…) and select(…).");
            assertThatThrownBy(() -> authors.fetch("posts").select(String.class, "name"))
                    .hasMessageStartingWith("fetch(…) loads objects along");
            assertThatThrownBy(
                            () ->
                                    authors.groupBy("name")
                                            .select(Written.class, count())
                                            .orderBy("stars"))
                    .isInstanceOf(UnknownAttribute.class)
                    .hasMessage("The projection has no attribute 'stars'. It has: name, posts.");
            assertThatThrownBy(
                            () ->
                                    authors.groupBy("name")
                                            .having(count().greaterThan(1.5))
                                            .select(Written.class, count())
                                            .all())
                    .hasMessageStartingWith("'count()' is of type Long");
        }
    }

    @OnSqliteAndPostgres
    void a_selected_null_is_returned_as_null(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            ResultQuery<Integer> none =
                    authors.filterBy("name", "nobody").select(Integer.class, max("stars"));
            assertThat(none.one()).isNull();
            assertThat(none.oneOrNone()).isEmpty();
            ResultQuery<Integer> missing =
                    authors.filterBy("stars", null).select(Integer.class, "stars");
            assertThat(missing.count()).isEqualTo(3);
            assertThat(missing.first()).isEmpty();
            assertThat(missing.firstOr404()).isNull();
            assertThat(missing.paginate(1, 2).items()).containsExactly(null, null);
        }
    }

    @OnSqliteAndPostgres
    void a_missing_value_does_not_become_a_primitive_zero(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            assertThatThrownBy(() -> db.query(Author.class).select(Strict.class).all())
                    .hasMessage(
                            "A row has no value for 'stars', and Strict takes the primitive type"
                                    + " int. Use Integer there.");
            assertThat(
                            db.query(Author.class)
                                    .filter(Filters.notNull("stars"))
                                    .select(Strict.class)
                                    .count())
                    .isEqualTo(4);
        }
    }
}
