package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.query.restriction.Restriction;
import ormlab.Database;
import ormlab.error.OrmlabException;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;
import ormlab.trace.Trace;

/** Queries with conditions on the elements of a collection, and limits, still count owners. */
class CollectionConditionsIT {
    @OnEveryDatabase
    void every_final_method_sees_each_owner_once(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> writers =
                    db.query(Author.class).filterBy("posts.title", "a").orderBy("name");
            assertThat(writers.all()).hasToString("[ann, bob, dan]");
            assertThat(writers.count()).isEqualTo(3);
            assertThat(writers.exists()).isTrue();
            try (Stream<Author> stream = writers.stream()) {
                assertThat(stream).hasSize(3);
            }
            Page<Author> page = writers.paginate(1, 2);
            assertThat(page.items()).hasToString("[ann, bob]");
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.next().items()).hasToString("[dan]");
            assertThat(writers.fetch("posts").limit(2).all()).hasToString("[ann, bob]");
            assertThat(db.query(Author.class).filterBy("posts.title", "d").one())
                    .hasToString("fay");
        }
    }

    @OnEveryDatabase
    void combined_conditions_apply_to_one_element(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class).orderBy("name");
            assertThat(authors.filterBy("posts.title", "a").filterBy("posts.title", "b").all())
                    .isEmpty();
            assertThat(
                            authors.filter(
                                            Filters.equal("posts.title", "d")
                                                    .or(Filters.equal("name", "gus")))
                                    .all())
                    .hasToString("[fay, gus]");
            assertThat(authors.filter(Filters.unequal("posts.title", "a")).all())
                    .hasToString("[ann, bob, dan, fay]");
        }
    }

    @OnEveryDatabase
    void joins_with_the_same_list_apply_to_one_element(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class).orderBy("name");
            Query<Author> writers = authors.join("posts", Filters.equal("title", "a"));
            assertThat(writers.all()).hasToString("[ann, bob, dan]");
            assertThat(writers.join("posts", Filters.equal("title", "b")).all()).isEmpty();
            assertThat(writers.join("posts", Filters.unequal("title", "b")).count()).isEqualTo(3);
            assertThat(writers.filterBy("posts.title", "b").all()).isEmpty();
        }
    }

    @OnEveryDatabase
    void comparing_a_collection_with_a_value_is_refused(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            String message =
                    "'posts' of Author holds many values, and a condition compares one. Name an"
                            + " attribute of its elements, or write HQL: 'where :value member of"
                            + " posts' or 'where posts is empty'.";
            assertThatThrownBy(() -> authors.filterBy("posts", null)).hasMessage(message);
            for (Restriction<Object> condition :
                    List.of(
                            Filters.notNull("posts"),
                            Filters.like("posts", "a"),
                            Filters.in("posts", 1))) {
                assertThatThrownBy(authors.filter(condition)::all).hasMessage(message);
            }
            assertThat(authors.count()).isEqualTo(7);
        }
    }

    @OnEveryDatabase
    void bulk_changes_accept_such_conditions(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> writers = db.query(Author.class).filterBy("posts.title", "a");
            assertThat(writers.update("stars", 9)).isEqualTo(3);
            assertThat(db.query(Author.class).filterBy("stars", 9).count()).isEqualTo(3);
            assertThat(db.query(Author.Post.class).filterBy("author.name", "fay").delete())
                    .isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void sorting_by_a_collection_is_refused(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            assertThatThrownBy(() -> db.query(Author.class).orderBy("posts.title"))
                    .hasMessage(
                            "'posts.title' of Author holds many, so orderBy(…) does not know which."
                                    + " Name an attribute with one value.");
        }
    }

    @OnEveryDatabase
    void a_limit_over_a_fetched_list_reads_only_the_rows_of_its_owners(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> two = db.query(Author.class).fetch("posts").orderBy("id").limit(2);
            Trace trace = db.trace(() -> assertThat(two.all()).hasToString("[ann, bob]"));
            assertThat(trace.count()).isEqualTo(1);
            assertThat(trace.statements().get(0).rows()).isEqualTo(5);
            assertThat(two.offset(3).all()).hasToString("[dan, eve]");
            assertThat(two.offset(3).all().get(0).posts()).hasSize(3);
        }
    }

    @OnEveryDatabase
    void exists_respects_limit_and_offset(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            assertThat(authors.limit(0).exists()).isFalse();
            assertThat(authors.limit(1).exists()).isTrue();
            assertThat(authors.offset(6).exists()).isTrue();
            assertThat(authors.offset(7).exists()).isFalse();
            assertThat(authors.filterBy("stars", 3).offset(1).limit(5).exists()).isTrue();
            assertThat(authors.filterBy("stars", 3).offset(2).exists()).isFalse();
        }
    }

    @OnEveryDatabase
    void too_many_binds_have_a_short_message(TestDatabase kind) {
        if (kind != TestDatabase.POSTGRESQL) {
            return; // SQLite accepts this many
        }
        try (Database db = Author.database(kind)) {
            List<Integer> many = IntStream.range(0, 70_000).boxed().toList();
            assertThatThrownBy(() -> db.query(Author.class).filter(Filters.in("id", many)).count())
                    .hasMessage(
                            "PostgreSQL takes at most 65,535 values in one statement, and this one"
                                    + " has 70,000. Pass fewer at a time, or put them into a"
                                    + " table.");
        }
    }

    @OnEveryDatabase
    void an_update_refuses_a_value_that_does_not_fit_its_column(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            assertThatThrownBy(() -> db.query(Author.class).update("stars", "many"))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "'stars' is of type Integer, and the value is 'many' of type String."
                                    + " Pass a value of type Integer.");
            assertThatThrownBy(() -> db.query(Author.class).update("fee", new BigDecimal("2.999")))
                    .hasMessage(
                            "Author.fee keeps 2 digits after the point, but 2.999 has 3. Round it,"
                                    + " or declare @Column(precision = 11, scale = 3).");
            assertThat(db.query(Author.class).update("fee", new BigDecimal("2.990"))).isEqualTo(7);
            assertThat(db.query(Author.class).update("fee", null)).isEqualTo(7);
        }
    }

    @OnEveryDatabase
    void an_id_that_no_row_can_have_does_not_fail_the_session(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            db.session().add(new Author("hal", 1, null));
            assertThat(db.query(Author.class).get(null)).isEmpty();
            assertThat(db.query(Author.class).get(1L).orElseThrow()).hasToString("ann");
            assertThat(db.query(Author.class).getOr404("2")).hasToString("bob");
            for (Object wrong : new Object[] {"abc", null, 99}) {
                assertThatThrownBy(() -> db.query(Author.class).getOr404(wrong))
                        .isInstanceOf(NotFound.class)
                        .hasMessage("There is no Author with id " + wrong + ".");
            }
            assertThatThrownBy(() -> db.query(Author.class).get("abc"))
                    .isInstanceOf(OrmlabException.class)
                    .hasMessage(
                            "The id of Author is of type Integer, and the one to look up is 'abc' of"
                                    + " type String. Pass a value of type Integer.");
            assertThatThrownBy(() -> db.session().find(Author.class, null))
                    .hasMessageContaining("the one to look up is null.");
            assertThatThrownBy(() -> db.session().getReference(Author.class, "abc"))
                    .hasMessageContaining("the one to look up is 'abc'");
            db.session().commit();
            assertThat(db.query(Author.class).count()).isEqualTo(8);
        }
    }
}
