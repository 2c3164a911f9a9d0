package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import java.util.List;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

class QueryTest {
    private static Database withUsers(TestDatabase kind) {
        Database db = kind.open(Role.class, User.class);
        Role observer = new Role("Observer");
        Role editor = new Role("Editor");
        db.session()
                .addAll(
                        observer,
                        editor,
                        new User("susan", observer),
                        new User("fred", observer),
                        new User("steve", editor),
                        new User("john"));
        db.session().commit();
        return db;
    }

    @OnEveryDatabase
    void rows_are_filtered_sorted_and_limited(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class);
            assertThat(users.orderBy("username").all())
                    .hasToString("[<User 'fred'>, <User 'john'>, <User 'steve'>, <User 'susan'>]");
            assertThat(users.filterBy("role.name", "Observer").orderBy("username desc").all())
                    .hasToString("[<User 'susan'>, <User 'fred'>]");
            assertThat(users.orderBy("username").offset(1).limit(2).all())
                    .hasToString("[<User 'john'>, <User 'steve'>]");
            assertThat(users.orderBy("username").offset(3).all()).hasToString("[<User 'susan'>]");
            assertThat(users.limit(0).all()).isEmpty();
        }
    }

    @OnEveryDatabase
    void narrowing_does_not_change_the_original_query(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> all = db.query(User.class);
            all.filterBy("username", "fred").limit(1);
            assertThat(all.count()).isEqualTo(4);
        }
    }

    @OnEveryDatabase
    void conditions_combine(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class).orderBy("username");
            assertThat(users.filter(Filters.like("username", "s%")).all())
                    .hasToString("[<User 'steve'>, <User 'susan'>]");
            assertThat(users.filter(Filters.like("username", "S%")).all()).isEmpty();
            assertThat(users.filter(Filters.likeIgnoringCase("username", "S%")).count())
                    .isEqualTo(2);
            assertThat(users.filter(Filters.in("username", "fred", "john")).count()).isEqualTo(2);
            assertThat(users.filter(Filters.in("username", List.of())).count()).isZero();
            assertThat(users.filter(Filters.between("username", "f", "k")).count()).isEqualTo(2);
            assertThat(users.filter(Filters.isNull("role")).all()).hasToString("[<User 'john'>]");
            assertThat(users.filter(Filters.notNull("role")).count()).isEqualTo(3);
            assertThat(users.filterBy("role", null).count()).isEqualTo(1);
            assertThat(
                            users.filter(
                                            Filters.equal("username", "fred")
                                                    .or(Filters.equal("username", "john")))
                                    .count())
                    .isEqualTo(2);
            assertThat(users.filter(Filters.equal("username", "fred").negated()).count())
                    .isEqualTo(3);
            assertThat(
                            users.filter(
                                            Filters.greaterThan("id", 1)
                                                    .and(Filters.lessThanOrEqual("id", 3)))
                                    .count())
                    .isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void there_are_four_ways_to_load_one_row(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class);
            assertThat(users.filterBy("username", "nobody").first()).isEmpty();
            assertThat(users.filterBy("username", "fred").one()).hasToString("<User 'fred'>");
            assertThat(users.filterBy("username", "nobody").oneOrNone()).isEmpty();
            assertThatThrownBy(() -> users.filterBy("username", "nobody").one())
                    .isInstanceOf(NoResultException.class)
                    .hasMessage("No row of User matches, and exactly one should.");
            assertThatThrownBy(users::one)
                    .isInstanceOf(NonUniqueResultException.class)
                    .hasMessageStartingWith("More than one row of User matches");
            assertThatThrownBy(() -> users.filterBy("username", "nobody").firstOr404())
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no such User.");
            assertThatThrownBy(() -> users.getOr404(99))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no User with id 99.");
            assertThat(users.get(99)).isEmpty();
            assertThat(users.filterBy("username", "fred").oneOr404()).hasToString("<User 'fred'>");
            assertThatThrownBy(users::oneOr404)
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is more than one such User.");
        }
    }

    @OnEveryDatabase
    void get_returns_an_object_that_the_session_already_has(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            User fred = db.query(User.class).filterBy("username", "fred").one();
            assertThat(
                            db.trace(
                                            () ->
                                                    assertThat(
                                                                    db.query(User.class)
                                                                            .get(fred.getId()))
                                                            .containsSame(fred))
                                    .count())
                    .isZero();
        }
    }

    @OnEveryDatabase
    void count_and_exists_load_no_rows(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class);
            assertThat(users.count()).isEqualTo(4);
            assertThat(users.offset(3).count()).isEqualTo(1);
            assertThat(users.limit(2).count()).isEqualTo(2);
            assertThat(users.exists()).isTrue();
            assertThat(users.filterBy("username", "nobody").exists()).isFalse();
            assertThat(db.trace(users::count).statements().get(0).sql())
                    .startsWith("select count(");
        }
    }

    @OnEveryDatabase
    void deleting_in_bulk_is_one_statement(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> some = db.query(User.class).filter(Filters.like("username", "s%"));
            assertThat(db.trace(() -> assertThat(some.delete()).isEqualTo(2)).count()).isEqualTo(1);
            assertThat(db.query(User.class).count()).isEqualTo(2);
            assertThatThrownBy(() -> some.limit(1).delete())
                    .hasMessageStartingWith("delete does not support limit or offset");
        }
    }

    @OnEveryDatabase
    void a_wrong_attribute_suggests_the_nearest(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class);
            String message =
                    "User has no attribute 'usrname'. Did you mean 'username'? It has: id, role, username.";
            assertThatThrownBy(() -> users.filterBy("usrname", "x"))
                    .isInstanceOf(UnknownAttribute.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> users.orderBy("usrname")).hasMessage(message);
            assertThatThrownBy(() -> users.filter(Filters.like("usrname", "x")).all())
                    .hasMessage(message);
            assertThatThrownBy(() -> users.filterBy("role.nme", "x"))
                    .hasMessage(
                            "Role has no attribute 'nme'. Did you mean 'name'? It has: id, name, users.");
            assertThatThrownBy(() -> users.filterBy("role_id", 1))
                    .hasMessageStartingWith(
                            "User has no attribute 'role_id'. That is the column's name; the"
                                    + " attribute is 'role'.");
            assertThatThrownBy(() -> users.orderBy("username down"))
                    .hasMessageStartingWith("orderBy does not understand 'username down'.");
            assertThatThrownBy(() -> users.filterBy("id", "1").all())
                    .hasMessage(
                            "'id' is of type Integer, and the value is '1' of type String. Pass a value of type Integer.");
        }
    }

    @OnEveryDatabase
    void an_invalid_query_has_a_clear_message(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            Query<User> users = db.query(User.class);
            assertThatThrownBy(() -> users.filterBy((String) null, 1))
                    .hasMessage("null is not an attribute's name. Pass one, such as \"username\".");
            assertThatThrownBy(() -> users.filter(Filters.isNull(null)).all())
                    .hasMessageStartingWith("null is not an attribute's name");
            assertThatThrownBy(() -> users.filter(Filters.in("username", "fred", null)))
                    .hasMessage(
                            "in(\"username\", …) got a null among its values, which equals nothing in"
                                    + " SQL. Leave it out, and add .or(isNull(\"username\")) for the rows"
                                    + " without a value.");
            assertThatThrownBy(() -> users.fetch("username"))
                    .hasMessage(
                            "fetch(…) loads associated objects, and 'username' of User is a plain"
                                    + " value: it is loaded with its row anyway.");
            Query<Role> roles = db.query(Role.class);
            assertThatThrownBy(() -> roles.orderBy("users"))
                    .hasMessage(
                            "'users' of Role holds many, so orderBy(…) does not know which. Name an"
                                    + " attribute with one value.");
            assertThatThrownBy(() -> roles.update("users", null))
                    .hasMessageStartingWith("'users' of Role holds many, so update(…)");
            assertThatThrownBy(() -> users.paginate(Integer.MAX_VALUE, 100))
                    .isInstanceOf(NotFound.class);
        }
    }

    @OnEveryDatabase
    void ignoring_case_covers_all_letters_on_postgresql_only(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            db.session().add(new User("Ärmel"));
            Query<User> users = db.query(User.class);
            assertThat(users.filter(Filters.likeIgnoringCase("username", "ÄrM%")).count())
                    .isEqualTo(1);
            assertThat(users.filter(Filters.likeIgnoringCase("username", "ärm%")).count())
                    .isEqualTo(kind == TestDatabase.POSTGRESQL ? 1 : 0);
            assertThat(users.filter(Filters.like("username", null)).count()).isZero();
            assertThat(users.filter(Filters.likeIgnoringCase("username", null)).count()).isZero();
        }
    }

    @OnEveryDatabase
    void rows_without_a_value_are_sorted_as_the_database_does(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            List<User> sorted = db.query(User.class).orderBy("role.id", "username").all();
            User withoutRole = sorted.get(kind == TestDatabase.POSTGRESQL ? sorted.size() - 1 : 0);
            assertThat(withoutRole).hasToString("<User 'john'>");
        }
    }

    @OnEveryDatabase
    void values_are_bound_and_never_part_of_the_sql(TestDatabase kind) {
        try (Database db = withUsers(kind)) {
            String attack = "'; drop table users; --";
            assertThat(db.query(User.class).filterBy("username", attack).all()).isEmpty();
            assertThat(
                            db.query(User.class)
                                    .filter(Filters.likeIgnoringCase("username", attack))
                                    .all())
                    .isEmpty();
            assertThat(db.query(User.class).filter(Filters.in("username", attack, "fred")).count())
                    .isEqualTo(1);
            assertThat(
                            db.trace(() -> db.query(User.class).filterBy("username", attack).all())
                                    .statements()
                                    .get(0)
                                    .sql())
                    .doesNotContain("drop");
        }
    }

    @OnEveryDatabase
    void a_stream_reads_rows_one_by_one(TestDatabase kind) {
        try (Database db = withUsers(kind);
                var users = db.query(User.class).orderBy("username").stream()) {
            assertThat(users.map(User::getUsername))
                    .containsExactly("fred", "john", "steve", "susan");
        }
    }
}
