package ch07_view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.grade.Mistake;

@DisplayName("A café's website")
class CafeSiteTest {
    private static final String SERVER = "07_view, \"A server in a cell\"";
    private static final int MILLIS = 3_000;
    private static final Map<String, String> MORNING =
            Map.of("/", "<h1>Café Anna</h1>", "/menu", "<p>Crème brûlée</p>");
    private static final Map<String, String> EVENING = Map.of("/", "<h1>Closing at 8</h1>");

    private final CafeSite site = new CafeSite();

    /** What a browser gets. The status is 0 if the server did not respond. */
    private record Seen(int status, String page) {}

    private static Seen seen(int port, String path) throws IOException {
        HttpURLConnection browser =
                (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + path)
                                .toURL()
                                .openConnection(Proxy.NO_PROXY);
        browser.setConnectTimeout(MILLIS);
        browser.setReadTimeout(MILLIS);
        browser.setRequestProperty("Connection", "close");
        try {
            int status = browser.getResponseCode();
            InputStream page = status < 400 ? browser.getInputStream() : browser.getErrorStream();
            return new Seen(
                    status,
                    page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ConnectException nobody) {
            throw nobody;
        } catch (IOException brokenOff) {
            return new Seen(0, "");
        }
    }

    @AfterEach
    void close() {
        site.stop();
    }

    @Test
    @Order(1)
    @DisplayName("Each page is shown at its path.")
    void pages() throws IOException {
        site.start(MORNING);
        for (String path : List.of("/", "/menu")) {
            String page = MORNING.get(path);
            Seen seen = seen(site.port(), path);
            Mistake.when(
                    seen.status() != 200 || !seen.page().equals(page),
                    "A browser that requests "
                            + path
                            + " gets "
                            + told(seen)
                            + " instead of 200 with "
                            + page
                            + ".",
                    SERVER);
        }
    }

    private static String told(Seen seen) {
        return seen.status() == 0 ? "no answer" : seen.status() + " with " + seen.page();
    }

    @Test
    @Order(2)
    @DisplayName("For a path without a page, the status is 404.")
    void notFound() throws IOException {
        site.start(MORNING);
        Seen seen = seen(site.port(), "/wine");
        Mistake.when(
                seen.status() == 0,
                "There is no page /wine, and a browser that requests it gets no response:"
                        + " the map returned null, which caused an error.",
                SERVER);
        Mistake.when(
                seen.status() != 404,
                "There is no page /wine, but the status is "
                        + seen.status()
                        + ". 200 means success, whatever the page shows, so a search engine would"
                        + " index it. Use 404 for \"not found\".",
                SERVER);
    }

    @Test
    @Order(3)
    @DisplayName("After another start, the new pages are at the same address.")
    void again() throws IOException {
        site.start(MORNING);
        int port = site.port();
        try {
            site.start(EVENING);
        } catch (UncheckedIOException taken) {
            Mistake.when(
                    taken.getCause() instanceof BindException,
                    "The second start threw a BindException, \"Address already in use\":"
                            + " the first door is still open and uses the port. Close it before you"
                            + " open the next one.",
                    SERVER);
            throw taken;
        }
        Mistake.when(
                site.port() != port,
                "After the second start, the site has another port, so guests who have"
                        + " the page open cannot reload it. Give the new door the port of the"
                        + " previous one.",
                SERVER);
        Seen home = seen(port, "/");
        Mistake.when(
                home.page().equals(MORNING.get("/")),
                "The site was started again with other pages, but a browser still gets "
                        + home.page()
                        + ". Show the new pages.",
                SERVER);
        Mistake.when(
                !home.page().equals(EVENING.get("/")),
                "After the second start, a browser gets " + told(home) + ".",
                SERVER);
        Mistake.when(
                seen(port, "/menu").page().equals(MORNING.get("/menu")),
                "The new pages have no /menu, but the old one is still shown.",
                SERVER);
    }

    @Test
    @Order(4)
    @DisplayName("After stop() the site does not respond, and it can be started again.")
    void stop() throws IOException {
        site.start(MORNING);
        int port = site.port();
        site.stop();
        boolean answers = true;
        try {
            seen(port, "/");
        } catch (ConnectException closed) {
            answers = false;
        }
        Mistake.when(
                answers,
                "After stop(), a browser still gets the page: the door was not closed.",
                SERVER);
        site.stop();
        site.start(EVENING);
        Mistake.when(
                seen(site.port(), "/").status() != 200,
                "After stop() and another start, the site does not respond.",
                SERVER);
    }
}
