package microblog;

import static org.assertj.core.api.Assertions.assertThat;

import microblog.model.Post;
import microblog.model.User;

import org.junit.jupiter.api.Test;

import java.net.HttpCookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL and scripts in anything that a visitor sends are treated as text. */
class InjectionTest extends UnderAttack {
    private static final List<String> SQL =
            List.of(
                    "' or '1'='1",
                    "'; drop table users; --",
                    "\" or \"\"=\"",
                    "%' or 1=1 --",
                    "\\' or 1=1",
                    "$$; drop table users; $$",
                    "1; select pg_sleep(9)");
    private static final List<String> SCRIPTS =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(2)>",
                    "' onmouseover='alert(3)",
                    "</title><svg/onload=alert(4)>",
                    "{{ 7 * 7191 }}{% include \"base\" %}");

    @Test
    void sql_signs_no_one_in() {
        for (String sql : SQL) {
            var asName = stranger().submit("/login", "/login", signIn(sql, Browser.PASSWORD));
            assertThat(asName.statusCode()).as(sql).isEqualTo(422);
            var asPassword = stranger().submit("/login", "/login", signIn("susan", sql));
            assertThat(asPassword.statusCode()).as(sql).isEqualTo(422);
        }
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void sql_in_a_registration_is_refused_or_stored_as_text() {
        for (String sql : SQL) {
            var asName = registration(sql, "a@b", Browser.PASSWORD);
            assertThat(stranger().submit("/register", "/register", asName).statusCode())
                    .as(sql)
                    .isEqualTo(422);
        }
        String email = "x');drop/**/table/**/users;--@b";
        String password = "'; drop table users; --";
        var accepted = registration("john", email, password);
        assertThat(stranger().submit("/register", "/register", accepted).statusCode())
                .isEqualTo(303);
        User john = microblog.database().query(User.class).filterBy("username", "john").one();
        assertThat(john.getEmail()).isEqualTo(email);
        assertThat(stranger().submit("/login", "/login", signIn("john", password)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void sql_in_a_post_is_stored_as_text() {
        for (String sql : SQL) {
            assertThat(susan.write(sql).statusCode()).as(sql).isEqualTo(303);
        }
        assertThat(microblog.database().query(Post.class).orderBy("id").all())
                .extracting(Post::getBody)
                .isEqualTo(SQL.stream().map(String::strip).toList());
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void sql_in_a_url_a_cookie_or_a_token_finds_nothing() {
        for (String sql : SQL) {
            assertThat(susan.get("/explore?page=" + encoded(sql)).statusCode()).isEqualTo(200);
            assertThat(susan.get("/user/" + encoded(sql)).statusCode()).isIn(400, 404);
            var follow = "/user/" + encoded(sql) + "/follow";
            assertThat(susan.submit("/", follow, Map.of()).statusCode()).isIn(400, 404);
            assertThat(susan.post("/", Map.of("body", "x", "csrf", sql)).statusCode())
                    .isEqualTo(403);
        }
        Browser attacker = stranger();
        attacker.plant(new HttpCookie("JSESSIONID", "x'or'1'='1"));
        assertThat(attacker.get("/").headers().firstValue("Location")).hasValue("/login");
        assertThat(posts()).isZero();
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void a_stored_script_is_shown_but_not_run() {
        SCRIPTS.forEach(susan::write);
        for (String page : List.of("/", "/explore", "/user/susan")) {
            assertThat(stranger().page("/explore")).contains("&lt;script&gt;", "{{ 7 * 7191 }}");
            assertThat(susan.page(page))
                    .doesNotContain("<script", "<img", "<svg", " onmouseover='");
        }
    }

    @Test
    void a_reflected_script_is_not_run_either() {
        for (String script : SCRIPTS) {
            var form = registration(script, script, "x");
            var register = stranger().submit("/register", "/register", form);
            assertThat(register.statusCode()).isEqualTo(422);
            var login = stranger().submit("/login", "/login", signIn(script, "wrong"));
            assertThat(login.statusCode()).isEqualTo(422);
            var noPage = stranger().get("/" + encoded(script).replace("%2F", ""));
            assertThat(noPage.statusCode()).isEqualTo(404);
            var noUser = stranger().get("/user/" + encoded(script).replace("%2F", ""));
            var page = stranger().get("/explore?page=" + encoded(script));
            for (var reply : List.of(register, login, noPage, noUser, page)) {
                assertThat(reply.body())
                        .doesNotContain("<script", "<img", "<svg", "' onmouseover", "50337");
            }
        }
    }

    @Test
    void a_script_is_refused_as_a_name() {
        for (String script : SCRIPTS) {
            var form = registration(script, "a@b", Browser.PASSWORD);
            var reply = stranger().submit("/register", "/register", form);
            assertThat(reply.statusCode()).isEqualTo(422);
            assertThat(reply.body()).contains("A name has 1 to 64 letters from a to z, digits");
        }
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void each_page_forbids_all_scripts() {
        for (String page : List.of("/", "/login", "/explore", "/nowhere", "/static/style.css")) {
            var headers = susan.get(page).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(page)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(page).hasValue("nosniff");
        }
    }

    @Test
    void invalid_utf8_is_a_client_error() {
        for (String field : List.of("username", "email", "body")) {
            var form =
                    Map.of(
                            "username",
                            "j",
                            "email",
                            "j@x",
                            "password",
                            Browser.PASSWORD,
                            "body",
                            "b");
            var spoiled = new HashMap<>(form);
            spoiled.put(field, "zero \0 byte");
            String path = field.equals("body") ? "/" : "/register";
            var reply = susan.submit(path, path, spoiled);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo("The field '" + field + "' contains a character that is not text.");
        }
        assertThat(susan.get("/explore?page=%00").statusCode()).isIn(200, 400);
        assertThat(susan.get("/explore?page=%ff%fe").statusCode()).isIn(200, 400);
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void broken_encodings_are_a_client_error() throws Exception {
        for (String line :
                List.of(
                        "GET /explore?page=%zz",
                        "GET /user/%zz", "GET /user/%00", "GET /user/%c0%ae")) {
            assertThat(rawRequest(line)).as(line).matches("(?s)HTTP/1.1 (200|400|404) .*");
        }
        String form = "csrf=%zz&username=%";
        String reply =
                raw(
                        "POST /login HTTP/1.1\r\n"
                                + "Host: x\r\n"
                                + "Connection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: "
                                + form.length()
                                + "\r\n\r\n"
                                + form);
        assertThat(reply).matches("(?s)HTTP/1.1 (400|403) .*");
    }

    @Test
    void a_misleading_name_is_refused() {
        for (String name : List.of("..", ".", "a..b", "-susan", "susan.", "Susan", "\u0455usan", "s\u00fcsan")) {
            var reply = stranger().submit("/register", "/register", registration(name, "a@b", Browser.PASSWORD));
            assertThat(reply.statusCode()).as(name).isEqualTo(422);
            assertThat(reply.body()).as(name).contains("letters from a to z");
        }
        var reserved = stranger().submit("/register", "/register", registration("follow", "a@b", Browser.PASSWORD));
        assertThat(reserved.body()).contains("The name follow is reserved. Please choose another.");
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void pages_forbid_foreign_forms_and_caching() {
        var page = susan.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
