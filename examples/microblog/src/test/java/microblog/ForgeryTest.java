package microblog;

import static org.assertj.core.api.Assertions.assertThat;

import microblog.model.Follow;

import org.junit.jupiter.api.Test;

import java.net.HttpCookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attacks that act in another user's name: with forged forms, and with planted or stolen sessions.
 */
class ForgeryTest extends UnderAttack {
    private static final List<String> POSTS =
            List.of(
                    "/",
                    "/login",
                    "/register",
                    "/logout",
                    "/user/john/follow",
                    "/user/john/unfollow");
    private static final Map<String, String> FIELDS =
            Map.of(
                    "body",
                    "forged",
                    "username",
                    "mallory",
                    "email",
                    "m@x",
                    "password",
                    Browser.PASSWORD);

    private int post(String path, String token) {
        Map<String, String> form = new HashMap<>(FIELDS);
        if (token != null) {
            form.put("csrf", token);
        }
        return susan.post(path, form).statusCode();
    }

    @Test
    void a_post_without_our_token_is_forbidden() {
        Browser.registered(microblog, "john");
        String ofAnother = stranger().token("/login");
        for (String path : POSTS) {
            assertThat(post(path, null)).as(path + ", no token").isEqualTo(403);
            assertThat(post(path, "")).as(path + ", empty token").isEqualTo(403);
            assertThat(post(path, "guessed")).as(path + ", wrong token").isEqualTo(403);
            assertThat(post(path, ofAnother)).as(path + ", another one's").isEqualTo(403);
        }
        assertThat(posts()).isZero();
        assertThat(users()).isEqualTo(2);
        assertThat(microblog.database().query(Follow.class).count()).isZero();
        assertThat(susan.page("/")).contains("Hello, susan!");
    }

    @Test
    void a_visitor_without_a_session_cannot_post_either() {
        for (String path : POSTS) {
            assertThat(stranger().post(path, FIELDS).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void signing_in_invalidates_the_earlier_token() {
        Browser john = stranger();
        String before = john.token("/register");
        var form = registration("john", "j@x", Browser.PASSWORD);
        assertThat(john.submit("/register", "/register", form).statusCode()).isEqualTo(303);
        assertThat(john.post("/", Map.of("body", "old", "csrf", before)).statusCode())
                .isEqualTo(403);
        assertThat(john.write("new").statusCode()).isEqualTo(303);
    }

    @Test
    void a_link_changes_nothing() {
        for (String path : List.of("/logout", "/user/susan/follow", "/user/susan/unfollow")) {
            assertThat(susan.get(path).statusCode()).as(path).isEqualTo(405);
        }
        assertThat(susan.page("/?body=forged&csrf=" + susan.token("/"))).contains("No posts yet.");
    }

    @Test
    void signing_in_replaces_a_planted_session_id() {
        for (String page : List.of("/login", "/register")) {
            Browser victim = stranger();
            Browser attacker = stranger();
            for (Browser one : List.of(victim, attacker)) {
                one.plant(new HttpCookie("JSESSIONID", "chosen-by-me"));
            }
            boolean signsIn = page.equals("/login");
            var form =
                    signsIn
                            ? signIn("susan", Browser.PASSWORD)
                            : registration("john", "j@x", Browser.PASSWORD);
            var reply = victim.submit(page, page, form);
            assertThat(reply.statusCode()).isEqualTo(303);
            assertThat(reply.headers().allValues("Set-Cookie").toString())
                    .contains("JSESSIONID=")
                    .doesNotContain("chosen");
            assertThat(victim.page("/")).contains(signsIn ? "Hello, susan!" : "Hello, john!");
            assertThat(attacker.get("/").headers().firstValue("Location")).hasValue("/login");
        }
    }

    @Test
    void a_planted_form_cookie_signs_no_one_in_and_a_malformed_one_is_replaced() {
        Browser victim = stranger();
        Browser attacker = stranger();
        attacker.page("/login");
        victim.plant(copy(attacker.cookie()));
        var form = signIn("susan", Browser.PASSWORD);
        assertThat(victim.submit("/login", "/login", form).statusCode()).isEqualTo(303);
        assertThat(attacker.get("/").headers().firstValue("Location")).hasValue("/login");
        assertThat(victim.post("/", Map.of("body", "x", "csrf", attacker.cookie().getValue())).statusCode())
                .isEqualTo(403);
        Browser other = stranger();
        other.plant(new HttpCookie("form", "short"));
        assertThat(other.submit("/login", "/login", form).statusCode()).isEqualTo(303);
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_other_sites_and_never_in_a_url() {
        String cookie = stranger().get("/login").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        String number = susan.cookie().getValue();
        assertThat(stranger().get("/;jsessionid=" + number).body()).doesNotContain("Hello, susan!");
        assertThat(stranger().get("/?jsessionid=" + number).body()).doesNotContain("Hello, susan!");
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        Browser thief = stranger();
        thief.plant(copy(susan.cookie()));
        assertThat(thief.page("/")).contains("Hello, susan!"); // A stolen session id works …
        susan.submit("/", "/logout", Map.of());
        assertThat(thief.get("/").headers().firstValue("Location"))
                .hasValue("/login"); // … until its owner signs out.
    }

    @Test
    void a_visitor_who_is_not_signed_in_gets_no_session() {
        for (String path : List.of("/explore", "/user/susan", "/nowhere", "/health", "/")) {
            assertThat(stranger().get(path).headers().firstValue("Set-Cookie")).as(path).isEmpty();
        }
        for (String path : List.of("/login", "/register")) {
            assertThat(stranger().get(path).headers().allValues("Set-Cookie").toString())
                    .as(path)
                    .doesNotContain("JSESSIONID");
        }
    }

    private static HttpCookie copy(HttpCookie cookie) {
        return new HttpCookie(cookie.getName(), cookie.getValue());
    }

    @Test
    void with_https_every_cookie_is_secure() {
        Settings https = new Settings(kind.freshUrl(), "127.0.0.1", 0, true, 30_000, 100);
        try (Microblog secure = Databases.start(https)) {
            Browser visitor = new Browser(secure);
            String form = visitor.get("/register").headers().firstValue("Set-Cookie").orElseThrow();
            // The test's connection is plain, so the browser keeps the cookie only without the attribute.
            assertThat(form).contains("; Secure");
            visitor.plant(HttpCookie.parse(form.replace("; Secure", "")).get(0));
            var signedIn =
                    visitor.submit(
                            "/register",
                            "/register",
                            UnderAttack.registration("fred", "fred@x", Browser.PASSWORD));
            assertThat(signedIn.statusCode()).isEqualTo(303);
            // A cookie that is removed has no value to protect.
            assertThat(signedIn.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> !cookie.startsWith("form=;"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("; Secure"));
        }
    }
}
