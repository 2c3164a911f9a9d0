package ch07_view;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * A server of the JDK: answers browsers of this computer by a function of the path. Nothing is to
 * be done here.
 */
public final class Door {
    /** A status and a page in HTML. */
    public record Reply(int status, String html) {}

    private final HttpServer server;

    /** Opens a door at a port; 0 takes any that is free. One port has room for one door. */
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

    /** Closes it; afterwards its port is free. */
    public void close() {
        server.stop(0);
    }
}
