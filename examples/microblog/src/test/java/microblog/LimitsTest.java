package microblog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import microblog.model.User;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Requests that are too large, too slow or malformed are refused, while others are still served.
 */
class LimitsTest extends UnderAttack {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @Test
    void a_path_cannot_leave_the_folder_of_static_files() throws Exception {
        for (String path :
                List.of(
                        "/static/../templates/base.html",
                        "/static/%2e%2e/templates/base.html",
                        "/static/..%2ftemplates/base.html",
                        "/static/%252e%252e/templates/base.html",
                        "/static/..\\templates\\base.html",
                        "/static/..;/templates/base.html",
                        "/static//etc/passwd",
                        "/static/....//templates/base.html",
                        "/../../etc/passwd",
                        "/templates/base.html",
                        "/static/../microblog/Microblog.class",
                        "/static/style.css%00.html")) {
            String reply = rawRequest("GET " + path);
            assertThat(reply).as(path).matches("(?s)HTTP/1.1 (400|404) .*");
            assertThat(reply).as(path).doesNotContain("{% block", "root:", "\u00ca\u00fe");
        }
        assertThat(stranger().get("/static/style.css").statusCode()).isEqualTo(200);
        assertThat(stranger().get("/static/").statusCode()).isEqualTo(404); // Folders are not listed either.
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_read() throws Exception {
        String announced =
                "POST /login HTTP/1.1\r\nHost: x\r\n"
                        + FORM
                        + "Content-Length: 1000000000\r\n\r\nusername=";
        assertThat(raw(announced)).startsWith("HTTP/1.1 413");
        var chunked =
                susan.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[1_000_000])))
                        .build();
        try {
            assertThat(susan.send(chunked).statusCode()).isEqualTo(413);
        } catch (CompletionException hungUp) {
            assertThat(hungUp).hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_body_with_two_lengths_is_refused() throws Exception {
        String both =
                "POST /login HTTP/1.1\r\nHost: x\r\n"
                        + FORM
                        + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        assertThat(raw(both)).startsWith("HTTP/1.1 400");
        String twice =
                "POST /login HTTP/1.1\r\nHost: x\r\n"
                        + FORM
                        + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello";
        assertThat(raw(twice)).startsWith("HTTP/1.1 400");
    }

    @Test
    void headers_and_urls_that_are_too_large_are_refused() throws Exception {
        assertThat(rawRequest("GET /explore", "X-Large: " + "x".repeat(100_000)))
                .startsWith("HTTP/1.1 431");
        assertThat(rawRequest("GET /explore", "Cookie: JSESSIONID=" + "x".repeat(100_000)))
                .startsWith("HTTP/1.1 431");
        assertThat(rawRequest("GET /explore?page=" + "1".repeat(100_000)))
                .startsWith("HTTP/1.1 414");
        String[] many = new String[10_000];
        Arrays.setAll(many, i -> "X-" + i + ": x");
        assertThat(rawRequest("GET /explore", many)).startsWith("HTTP/1.1 431");
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_long_text_is_refused_with_its_length() {
        var post = susan.write("x".repeat(5_000));
        assertThat(post.statusCode()).isEqualTo(422);
        assertThat(post.body()).contains("A post has 1 to 140 characters; this one has 5000.");
        var name = registration("x".repeat(5_000), "a@b", Browser.PASSWORD);
        assertThat(stranger().submit("/register", "/register", name).statusCode()).isEqualTo(422);
        var email = registration("john", "x".repeat(5_000) + "@b", Browser.PASSWORD);
        assertThat(stranger().submit("/register", "/register", email).statusCode()).isEqualTo(422);
        var password =
                registration(
                        "john", "a@b", "x".repeat(5_000)); // Hashing it would cost the server time, not the client.
        assertThat(stranger().submit("/register", "/register", password).statusCode())
                .isEqualTo(422);
        var tenThousand = registration("x".repeat(10_000), "a@b", Browser.PASSWORD);
        assertThat(stranger().submit("/register", "/register", tenThousand).statusCode())
                .isEqualTo(413);
        assertThat(posts()).isZero();
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void a_silent_client_is_disconnected() throws Exception {
        long began = System.nanoTime();
        String inBody = raw("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nuser");
        String inHeaders = raw("GET /explore HTTP/1.1\r\nHo");
        assertThat(seconds(began)).isLessThan(10 * IDLE_MILLIS / 1000.0);
        assertThat(inBody).doesNotStartWith("HTTP/1.1 200");
        assertThat(inHeaders).doesNotStartWith("HTTP/1.1 200");
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_client_that_sends_its_body_too_slowly_is_disconnected() throws Exception {
        try (Socket socket = connect()) {
            send(
                    socket,
                    "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n" + FORM + "\r\n");
            long began = System.nanoTime();
            assertThatThrownBy(
                            () -> {
                                while (seconds(began) < 15) {
                                    send(socket, "a");
                                    Thread.sleep(IDLE_MILLIS / 4);
                                    if (socket.getInputStream().available() > 0) {
                                        throw new IOException("answered");
                                    }
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void a_client_that_sends_its_headers_too_slowly_is_disconnected()
            throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /explore HTTP/1.1\r\nHost: ");
            long began = System.nanoTime();
            assertThatThrownBy(
                            () -> {
                                while (seconds(began) < 15) {
                                    send(socket, "x");
                                    Thread.sleep(IDLE_MILLIS / 4);
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertThat(susan.page("/health")).isEqualTo("ok\n");
    }

    @Test
    void three_hundred_slow_clients_do_not_block_others() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = connect();
                slow.add(socket);
                send(socket, "GET /explore HTTP/1.1\r\nHo");
            }
            long began = System.nanoTime();
            for (int round = 0; round < 8; round++) {
                slow.forEach(LimitsTest::oneMoreByte);
                assertThat(susan.get("/explore").statusCode()).isEqualTo(200);
                Thread.sleep(IDLE_MILLIS / 4);
            }
            assertThat(seconds(began)).isLessThan(10);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /**
     * Sends a byte so that a slow client is not silent, unless the server has closed the
     * connection.
     */
    private static void oneMoreByte(Socket socket) {
        try {
            send(socket, "s");
        } catch (IOException cutOff) {
            assertThat(socket.isClosed()).isFalse(); // The server closed the connection, not the client.
        }
    }

    @Test
    void clients_that_never_read_their_responses_do_not_block_others() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = connect();
                deaf.add(socket);
                socket.setSoTimeout(1);
                send(socket, "GET /explore HTTP/1.1\r\nHost: x\r\n\r\n".repeat(200));
            }
            long began = System.nanoTime();
            assertThat(susan.get("/explore").statusCode()).isEqualTo(200);
            assertThat(seconds(began)).isLessThan(10);
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    @Test
    void a_wrong_method_is_405_and_a_missing_page_is_404() throws Exception {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(rawRequest(method + " /")).as(method).startsWith("HTTP/1.1 405");
        }
        assertThat(rawRequest("TRACE /")).matches("(?s)HTTP/1.1 (404|405) .*");
        assertThat(rawRequest("BREW /")).matches("(?s)HTTP/1.1 (404|405|501) .*");
        assertThat(rawRequest("POST /explore")).startsWith("HTTP/1.1 405");
        assertThat(rawRequest("POST /nowhere")).startsWith("HTTP/1.1 404");
    }

    @Test
    void an_error_page_shows_no_details() {
        microblog.database().dropAll();
        var broken = susan.get("/explore");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).doesNotContain("Exception", "select", "posts");
        assertThat(broken.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void a_password_is_stored_only_as_a_hash() {
        Browser.registered(microblog, "john");
        String stored =
                microblog.database().query(User.class).filterBy("username", "john").one()
                        .getPasswordHash();
        assertThat(stored).startsWith("210000:");
        assertThat(stored).doesNotContain(Browser.PASSWORD);
        assertThat(stored).isNotEqualTo(Passwords.hash(Browser.PASSWORD));
        assertThat(Passwords.matches(Browser.PASSWORD, stored)).isTrue();
        assertThat(Passwords.matches(Browser.PASSWORD + " ", stored)).isFalse();
    }
}
