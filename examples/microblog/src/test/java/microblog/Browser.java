package microblog;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Visits the application like a browser: keeps cookies, and fills in forms with their token. */
final class Browser {
    static final String PASSWORD = "correct horse";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;

    Browser(Microblog microblog) {
        this(microblog.port());
    }

    Browser(int port) {
        origin = "http://127.0.0.1:" + port;
    }

    /** Returns a new browser whose user has just registered. */
    static Browser registered(Microblog microblog, String username) {
        return registered(microblog.port(), username);
    }

    static Browser registered(int port, String username) {
        Browser browser = new Browser(port);
        String email = username + "@example.com";
        browser.enters(
                "/register", Map.of("username", username, "email", email, "password", PASSWORD));
        return browser;
    }

    /** Returns a new browser whose user has just signed in. */
    static Browser signedIn(int port, String username) {
        Browser browser = new Browser(port);
        browser.enters("/login", Map.of("username", username, "password", PASSWORD));
        return browser;
    }

    private void enters(String path, Map<String, String> fields) {
        HttpResponse<String> reply = submit(path, path, fields);
        if (reply.statusCode() != 303) {
            throw new AssertionError(reply.statusCode() + "\n" + reply.body());
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    String page(String path) {
        return get(path).body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    /** Posts these fields only, without adding a token. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    /** Loads a page and submits its form. */
    HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("csrf", token(page));
        return post(path, all);
    }

    HttpResponse<String> write(String body) {
        return submit("/", "/", Map.of("body", body));
    }

    String token(String page) {
        Matcher found = TOKEN.matcher(page(page));
        if (!found.find()) {
            throw new AssertionError("no form on " + page);
        }
        return found.group(1);
    }

    HttpCookie cookie() {
        return cookies.getCookieStore().getCookies().get(0);
    }

    void plant(HttpCookie cookie) {
        cookie.setPath("/");
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
