package microblog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import microblog.model.Post;
import microblog.model.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker may try, and what comes of it. */
class SecurityTest {
    private static final int IDLE_MILLIS = 1_000;
    private static final int LEAST_BYTES_PER_SECOND = 100;

    private Microblog microblog;
    private Browser susan;

    @BeforeEach
    void start() {
        microblog =
                Databases.start(
                        new Settings(
                                Databases.SQLITE.freshUrl(),
                                "127.0.0.1",
                                0,
                                false,
                                IDLE_MILLIS,
                                LEAST_BYTES_PER_SECOND));
        susan = Browser.registered(microblog, "susan");
    }

    @AfterEach
    void stop() {
        microblog.close();
    }

    private long users() {
        return microblog.database().query(User.class).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1", "'; drop table users; --", "\" or \"\"=\"", "%' or 1=1 --", "\\' or 1=1"
            })
    void sql_in_any_field_is_only_text(String sql) {
        Browser attacker = new Browser(microblog);
        var asName = Map.of("username", sql, "password", Browser.PASSWORD);
        assertThat(attacker.submit("/login", "/login", asName).statusCode()).isEqualTo(422);
        var asPassword = Map.of("username", "susan", "password", sql);
        assertThat(attacker.submit("/login", "/login", asPassword).statusCode()).isEqualTo(422);
        var register = Map.of("username", sql, "email", "a@b", "password", Browser.PASSWORD);
        assertThat(attacker.submit("/register", "/register", register).statusCode())
                .isEqualTo(422);
        String encoded = URLEncoder.encode(sql, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(attacker.get("/explore?page=" + encoded).statusCode()).isEqualTo(200);
        assertThat(attacker.get("/user/" + encoded).statusCode()).isIn(400, 404);
        assertThat(susan.write(sql).statusCode()).isEqualTo(303);
        assertThat(microblog.database().query(Post.class).one().getBody()).isEqualTo(sql.strip());
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void a_script_in_a_post_is_shown_and_not_run() {
        susan.write("<script>alert(1)</script>");
        susan.write("\"><img src=x onerror=alert(2)>");
        for (String page : new String[] {"/", "/explore", "/user/susan"}) {
            assertThat(susan.page(page)).contains("&lt;script&gt;").doesNotContain("<script", "<img");
        }
        assertThat(susan.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
    }

    @Test
    void what_was_typed_into_a_refused_form_is_escaped_too() {
        var form = Map.of("username", "\"><script>", "email", "\"><script>", "password", "x");
        var reply = new Browser(microblog).submit("/register", "/register", form);
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).doesNotContain("\"><script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logout", "/user/susan/follow", "/user/susan/unfollow"})
    void a_post_from_elsewhere_is_forbidden(String path) {
        assertThat(susan.post(path, Map.of("body", "forged")).statusCode()).isEqualTo(403);
        var guessed = Map.of("body", "forged", "csrf", "guessed");
        assertThat(susan.post(path, guessed).statusCode()).isEqualTo(403);
        var ofAnother = Map.of("body", "forged", "csrf", new Browser(microblog).token("/login"));
        assertThat(susan.post(path, ofAnother).statusCode()).isEqualTo(403);
        assertThat(microblog.database().query(Post.class).count()).isZero();
        assertThat(susan.page("/")).contains("Hello, susan!");
    }

    @Test
    void signing_in_gives_the_session_a_new_number() {
        Browser victim = new Browser(microblog);
        Browser attacker = new Browser(microblog);
        attacker.page("/login");
        HttpCookie planted = new HttpCookie(attacker.cookie().getName(), attacker.cookie().getValue());
        victim.plant(planted);
        var form = Map.of("username", "susan", "password", Browser.PASSWORD);
        assertThat(victim.submit("/login", "/login", form).statusCode()).isEqualTo(303);
        assertThat(victim.page("/")).contains("Hello, susan!");
        assertThat(attacker.get("/").headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void a_session_number_that_the_server_did_not_give_is_not_taken() {
        Browser visitor = new Browser(microblog);
        HttpCookie own = new HttpCookie("JSESSIONID", "chosen-by-me");
        visitor.plant(own);
        var reply = visitor.get("/login");
        assertThat(reply.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("chosen");
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_from_other_sites_and_never_in_an_address() {
        String cookie =
                new Browser(microblog).get("/login").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        String number = susan.cookie().getValue();
        Browser stranger = new Browser(microblog);
        assertThat(stranger.get("/;jsessionid=" + number).body()).doesNotContain("Hello, susan!");
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        HttpCookie stolen = new HttpCookie(susan.cookie().getName(), susan.cookie().getValue());
        susan.submit("/", "/logout", Map.of());
        Browser thief = new Browser(microblog);
        thief.plant(stolen);
        assertThat(thief.get("/").headers().firstValue("Location")).hasValue("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../templates/base.html",
                "/static/%2e%2e/templates/base.html",
                "/static/..%2ftemplates/base.html",
                "/static/%252e%252e/templates/base.html",
                "/static/..\\templates\\base.html",
                "/static//etc/passwd",
                "/static/....//templates/base.html"
            })
    void a_path_never_leaves_the_folder_of_static_files(String path) throws Exception {
        String reply = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(reply).matches("(?s)HTTP/1.1 (400|404) .*");
        assertThat(reply).doesNotContain("{% block", "root:");
        assertThat(susan.get("/static/style.css").statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_read() throws Exception {
        String head =
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        String large = raw(head + "Content-Length: 1000000000\r\n\r\nusername=");
        assertThat(large).startsWith("HTTP/1.1 413");
        var chunked =
                susan.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[1_000_000])))
                        .build();
        try {
            assertThat(susan.send(chunked).statusCode()).isEqualTo(413);
        } catch (CompletionException closed) {
            assertThat(closed).hasRootCauseInstanceOf(java.io.IOException.class);
        }
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_client_that_goes_silent_is_cut_off() throws Exception {
        long began = System.nanoTime();
        String reply = raw("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nuser");
        assertThat(seconds(began)).isLessThan(10 * IDLE_MILLIS / 1000.0);
        assertThat(reply).doesNotStartWith("HTTP/1.1 200");
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_client_that_trickles_is_cut_off_although_it_never_goes_silent() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", microblog.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(
                    ("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            long began = System.nanoTime();
            assertThatThrownBy(
                            () -> {
                                while (seconds(began) < 15) {
                                    out.write('a');
                                    out.flush();
                                    Thread.sleep(IDLE_MILLIS / 4);
                                    if (socket.getInputStream().available() > 0) {
                                        throw new java.io.IOException("answered");
                                    }
                                }
                            })
                    .isInstanceOf(java.io.IOException.class);
        }
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void many_slow_clients_do_not_keep_others_from_being_served() throws Exception {
        Socket[] slow = new Socket[100];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = new Socket("127.0.0.1", microblog.port());
            slow[i].getOutputStream().write("GET /explore HTTP/1.1\r\nHo".getBytes());
        }
        long began = System.nanoTime();
        assertThat(susan.get("/explore").statusCode()).isEqualTo(200);
        assertThat(seconds(began)).isLessThan(1);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void a_wrong_method_is_405_and_an_error_tells_no_detail() {
        var delete = susan.request("/").DELETE().build();
        assertThat(susan.send(delete).statusCode()).isEqualTo(405);
        microblog.database().dropAll();
        var broken = susan.get("/explore");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("Exception", "select", "posts");
        assertThat(broken.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void a_password_is_stored_only_as_a_hash() {
        String stored = microblog.database().query(User.class).one().getPasswordHash();
        assertThat(stored).doesNotContain(Browser.PASSWORD);
        assertThat(stored).isNotEqualTo(Passwords.hash(Browser.PASSWORD));
        assertThat(Passwords.matches(Browser.PASSWORD, stored)).isTrue();
        assertThat(Passwords.matches(Browser.PASSWORD + " ", stored)).isFalse();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", microblog.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }
}
