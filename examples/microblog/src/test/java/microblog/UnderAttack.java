package microblog;

import microblog.model.Post;
import microblog.model.User;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A running microblog on each database with one honest user, susan; subclasses contain the attacks.
 */
@ParameterizedClass
@EnumSource(Databases.class)
abstract class UnderAttack {
    static final int IDLE_MILLIS = 1_000;
    private static final int LEAST_BYTES_PER_SECOND = 100;
    private static final int PATIENCE_MILLIS = 20_000;

    @Parameter Databases kind;
    Microblog microblog;
    Browser susan;

    @BeforeEach
    void start() {
        Settings impatient =
                new Settings(
                        kind.urlWithSusan(),
                        "127.0.0.1",
                        0,
                        false,
                        IDLE_MILLIS,
                        LEAST_BYTES_PER_SECOND);
        microblog = Microblog.start(impatient);
        susan = Browser.signedIn(microblog.port(), "susan");
    }

    @AfterEach
    void stop() {
        microblog.close();
    }

    Browser stranger() {
        return new Browser(microblog);
    }

    /** Counts in a session that is then closed, so that the test's thread holds no connection. */
    long users() {
        try {
            return microblog.database().query(User.class).count();
        } finally {
            microblog.database().closeSession();
        }
    }

    /** Counts in a session that is then closed, so that the test's thread holds no connection. */
    long posts() {
        try {
            return microblog.database().query(Post.class).count();
        } finally {
            microblog.database().closeSession();
        }
    }

    static Map<String, String> signIn(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    static Map<String, String> registration(String username, String email, String password) {
        return Map.of("username", username, "email", email, "password", password);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", microblog.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /**
     * Sends bytes that no well-behaved client would send, and returns everything until the server
     * closes the connection.
     */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** Sends a handwritten request, after which the server closes the connection. */
    String rawRequest(String line, String... headers) throws IOException {
        StringBuilder request =
                new StringBuilder(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return raw(request + "\r\n");
    }
}
