package ch07_view;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * A server from the JDK, which responds to browsers on this computer with a function of the path.
 * You don't need to change this class.
 */
public final class Door {
    /** The response: a status and a page in HTML. */
    public record Reply(int status, String html) {}

    private final HttpServer server;

    /** Opens a door at a port; 0 means any free port. Only one door can use a port. */
    public Door(int port, Function<String, Reply> answers) {
        try {
            server = HttpServer.create();
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext(
                "/",
                request -> {
                    Reply reply = answers.apply(request.getRequestURI().getPath());
                    byte[] page = reply.html().getBytes("UTF-8");
                    request.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    request.sendResponseHeaders(reply.status(), page.length);
                    request.getResponseBody().write(page);
                    request.close();
                });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes the door and frees its port. */
    public void close() {
        server.stop(0);
    }
}
