package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

class PageTest {
    private static Database withUsers(TestDatabase kind, int count) {
        Database db = kind.open(Role.class, User.class);
        db.session()
                .addAll(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(i -> new User(String.format("user%02d", i)))
                                .toList());
        db.session().commit();
        return db;
    }

    private static String shown(Page<User> page) {
        return page.pageNumbers().stream()
                .map(number -> number.isPresent() ? String.valueOf(number.getAsInt()) : "…")
                .collect(Collectors.joining(" "));
    }

    @OnEveryDatabase
    void a_page_reports_its_position(TestDatabase kind) {
        try (Database db = withUsers(kind, 5)) {
            Page<User> page = db.query(User.class).orderBy("username").paginate(2, 2);
            assertThat(page.items()).hasToString("[<User 'user03'>, <User 'user04'>]");
            assertThat(page).hasToString("<Page 2 of 3, 2 of 5 rows>");
            assertThat(page.hasNext()).isTrue();
            assertThat(page.hasPrev()).isTrue();
            assertThat(page.nextNum()).hasValue(3);
            assertThat(page.prevNum()).hasValue(1);
            assertThat(page.first()).isEqualTo(3);
            assertThat(page.last()).isEqualTo(4);
            assertThat(page.next().items()).hasToString("[<User 'user05'>]");
            assertThat(page.next().hasNext()).isFalse();
            assertThat(page.next().nextNum()).isEmpty();
            assertThat(page.prev().items()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void a_page_takes_two_statements(TestDatabase kind) {
        try (Database db = withUsers(kind, 5)) {
            assertThat(db.trace(() -> db.query(User.class).paginate(1, 2)).count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void a_page_beyond_the_end_is_not_found_or_empty(TestDatabase kind) {
        try (Database db = withUsers(kind, 3)) {
            Query<User> users = db.query(User.class);
            assertThatThrownBy(() -> users.paginate(9, 2))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no page 9.");
            assertThatThrownBy(() -> users.paginate(0, 2))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no page 0: pages are counted from 1.");
            assertThatThrownBy(() -> users.paginate(1, 2).prev()).isInstanceOf(NotFound.class);
            assertThat(users.paginate(PageRequest.of(9, 2).allowingEmpty()).items()).isEmpty();
            assertThat(users.filterBy("username", "nobody").paginate(1, 2))
                    .hasToString("<Page 1 of 0, 0 of 0 rows>");
            assertThatThrownBy(() -> users.paginate(1, 0))
                    .hasMessage("A page must have at least 1 row, not 0.");
        }
    }

    @OnEveryDatabase
    void page_numbers_leave_gaps(TestDatabase kind) {
        try (Database db = withUsers(kind, 40)) {
            Query<User> users = db.query(User.class).orderBy("id");
            assertThat(shown(users.paginate(1, 2))).isEqualTo("1 2 3 4 5 … 19 20");
            assertThat(shown(users.paginate(10, 2))).isEqualTo("1 2 … 8 9 10 11 12 13 14 … 19 20");
            assertThat(shown(users.paginate(20, 2))).isEqualTo("1 2 … 18 19 20");
        }
    }

    @OnEveryDatabase
    void a_page_number_in_a_url_is_parsed_leniently_and_page_sizes_are_limited(TestDatabase kind) {
        assertThat(PageRequest.parse("3", 10).number()).isEqualTo(3);
        assertThat(PageRequest.parse("x", 10).number()).isEqualTo(1);
        assertThat(PageRequest.parse(null, 10).number()).isEqualTo(1);
        assertThat(PageRequest.of(1, 100_000).perPage()).isEqualTo(100);
        assertThat(PageRequest.of(1, 100_000, 500).allowingEmpty().perPage()).isEqualTo(500);
    }

    @OnEveryDatabase
    void the_edges_of_page_numbers_can_be_chosen(TestDatabase kind) {
        try (Database db = withUsers(kind, 40)) {
            Page<User> page = db.query(User.class).orderBy("username").paginate(10, 2);
            assertThat(shown(page.pageNumbers())).isEqualTo("1 2 … 8 9 10 11 12 13 14 … 19 20");
            assertThat(shown(page.pageNumbers(1, 1, 1, 1))).isEqualTo("1 … 9 10 11 … 20");
            assertThat(shown(page.pageNumbers(0, 0, 2, 0))).isEqualTo("… 10 11 12 …");
        }
    }

    private static String shown(List<OptionalInt> numbers) {
        return numbers.stream()
                .map(number -> number.isPresent() ? "" + number.getAsInt() : "…")
                .collect(Collectors.joining(" "));
    }

    @OnEveryDatabase
    void slices_lead_through_all_rows_and_back(TestDatabase kind) {
        try (Database db = withUsers(kind, 7)) {
            List<String> seen = new ArrayList<>();
            Optional<Slice<User>> slice =
                    Optional.of(db.query(User.class).orderBy("username desc").slice(3));
            Slice<User> last = null;
            while (slice.isPresent()) {
                last = slice.get();
                last.items().forEach(user -> seen.add(user.getUsername()));
                slice = last.next();
            }
            assertThat(seen)
                    .containsExactly(
                            "user07", "user06", "user05", "user04", "user03", "user02", "user01");
            assertThat(last.hasNext()).isFalse();
            assertThat(last.prev().orElseThrow().items()).hasSize(3);
        }
    }

    @OnEveryDatabase
    void fetched_associations_are_loaded_in_the_same_statement(TestDatabase kind) {
        try (Database db = kind.open(Role.class, User.class)) {
            Role observer = new Role("Observer");
            db.session().addAll(observer, new User("fred", observer), new User("susan"));
            db.session().commit();
            db.session().clear();
            assertThat(
                            db.trace(
                                            () ->
                                                    db.query(User.class)
                                                            .fetch("role")
                                                            .orderBy("username")
                                                            .all()
                                                            .get(0)
                                                            .getRole()
                                                            .getName())
                                    .count())
                    .isEqualTo(1);
            assertThat(db.query(User.class).fetch("role").count()).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void updating_in_bulk_is_one_statement(TestDatabase kind) {
        try (Database db = withUsers(kind, 3)) {
            Query<User> one = db.query(User.class).filterBy("username", "user02");
            assertThat(
                            db.trace(
                                            () ->
                                                    assertThat(one.update("username", "renamed"))
                                                            .isEqualTo(1))
                                    .count())
                    .isEqualTo(1);
            db.session().commit();
            assertThat(db.rows("select count(*) from users where username = 'renamed'").values())
                    .hasToString("[[1]]");
            assertThatThrownBy(() -> one.update("usrname", "x"))
                    .isInstanceOf(UnknownAttribute.class);
        }
    }
}
