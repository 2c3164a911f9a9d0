package microblog;

import static org.assertj.core.api.Assertions.assertThat;

import microblog.model.Follow;
import microblog.model.Post;
import microblog.model.User;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What visitors can do, on each database. */
class MicroblogTest {
    @ParameterizedTest
    @EnumSource
    void registering_signs_in_and_allows_posting(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser susan = Browser.registered(microblog, "susan");
            assertThat(susan.page("/")).contains("Hello, susan!", "No posts yet.");
            assertThat(susan.write("my first post!").statusCode()).isEqualTo(303);
            assertThat(susan.page("/")).contains("my first post!");
            assertThat(microblog.database().query(Post.class).one().getAuthor().getUsername())
                    .isEqualTo("susan");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signing_out_requires_a_new_sign_in(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser john = Browser.registered(microblog, "john");
            assertThat(john.submit("/", "/logout", Map.of()).headers().firstValue("Location"))
                    .hasValue("/login");
            assertThat(john.get("/").headers().firstValue("Location")).hasValue("/login");
            var wrong = Map.of("username", "john", "password", "something else");
            assertThat(john.submit("/login", "/login", wrong).body())
                    .contains("Wrong name or password.");
            var right = Map.of("username", "john", "password", Browser.PASSWORD);
            assertThat(john.submit("/login", "/login", right).statusCode()).isEqualTo(303);
            assertThat(john.page("/")).contains("Hello, john!");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_can_only_be_registered_once(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser.registered(microblog, "john");
            var again = Map.of("username", "john", "email", "j@x", "password", Browser.PASSWORD);
            var reply = new Browser(microblog).submit("/register", "/register", again);
            assertThat(reply.statusCode()).isEqualTo(422);
            assertThat(reply.body()).contains("This name or this address is taken.");
            assertThat(microblog.database().query(User.class).count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_home_page_shows_posts_of_the_user_and_of_followed_users(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser susan = Browser.registered(microblog, "susan");
            Browser john = Browser.registered(microblog, "john");
            Browser mary = Browser.registered(microblog, "mary");
            susan.write("by susan");
            john.write("by john");
            mary.write("by mary");
            assertThat(susan.submit("/user/john", "/user/john/follow", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(susan.page("/")).contains("by susan", "by john").doesNotContain("by mary");
            assertThat(susan.page("/user/john")).contains("1 followers", "Unfollow");
            assertThat(susan.page("/explore")).contains("by susan", "by john", "by mary");
            susan.submit("/user/john", "/user/john/unfollow", Map.of());
            assertThat(susan.page("/")).contains("by susan").doesNotContain("by john");
        }
    }

    @ParameterizedTest
    @EnumSource
    void following_twice_at_the_same_time_follows_once(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser susan = Browser.registered(microblog, "susan");
            Browser.registered(microblog, "john");
            var form = Map.of("csrf", susan.token("/user/john"));
            var clicks =
                    IntStream.range(0, 8)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> susan.post("/user/john/follow", form)))
                            .toList();
            assertThat(clicks).allMatch(click -> click.join().statusCode() == 303);
            assertThat(microblog.database().query(Follow.class).count()).isEqualTo(1);
            susan.submit("/user/john", "/user/susan/follow", Map.of());
            assertThat(microblog.database().query(Follow.class).count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_posts_are_paginated_newest_first(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser susan = Browser.registered(microblog, "susan");
            var db = microblog.database();
            User author = db.query(User.class).one();
            IntStream.rangeClosed(1, 45)
                    .forEach(i -> db.session().add(new Post("post " + i + ".", author)));
            db.session().commit();
            assertThat(susan.page("/explore")).contains("post 45.", "post 26.", "older");
            assertThat(susan.page("/explore")).doesNotContain("post 25.", "newer");
            assertThat(susan.page("/explore?page=3")).contains("post 1.", "newer");
            assertThat(susan.page("/explore?page=3")).doesNotContain("older");
            assertThat(susan.get("/explore?page=4").statusCode()).isEqualTo(404);
            assertThat(susan.get("/explore?page=x").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_page_has_its_own_error_page(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser anybody = new Browser(microblog);
            assertThat(anybody.get("/user/nobody").statusCode()).isEqualTo(404);
            assertThat(anybody.page("/user/nobody")).contains("There is no such User.");
            assertThat(anybody.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(anybody.page("/nowhere")).contains("There is no such page.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void health_is_ok_while_the_database_answers(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser watcher = new Browser(microblog);
            assertThat(watcher.page("/health")).isEqualTo("ok\n");
            microblog.database().close();
            assertThat(watcher.get("/health").statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_request_returns_its_connection(Databases kind) {
        try (Microblog microblog = kind.start()) {
            Browser susan = Browser.registered(microblog, "susan");
            for (int i = 0; i < 30; i++) {
                susan.page("/");
                susan.page("/user/nobody");
                susan.write("x".repeat(200));
            }
            microblog.database().closeSession();
            assertThat(microblog.database().connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopping_lets_a_request_in_progress_finish(Databases kind) throws Exception {
        Microblog microblog = kind.start();
        Browser susan = new Browser(microblog);
        var form = Map.of("username", "susan", "email", "s@x", "password", Browser.PASSWORD);
        String token = susan.token("/register");
        var fields = new java.util.HashMap<>(form);
        fields.put("csrf", token);
        // Hashing the password takes some tenths of a second, so the request is still in progress.
        var reply = CompletableFuture.supplyAsync(() -> susan.post("/register", fields));
        Thread.sleep(100);
        microblog.close();
        assertThat(reply.join().statusCode()).isEqualTo(303);
    }
}
