package microblog.web;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A browser in a few lines, which visits the {@link Site}. It keeps cookies and does not follow
 * redirects, so that you see them.
 */
public final class Visitor {
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private @Nullable HttpRequest last;

    /** Loads a page. */
    public Reply get(String path) {
        return send(HttpRequest.newBuilder(Site.at(path)).build());
    }

    /** Sends a form with these fields, whether or not there is a page with such a form. */
    public Reply post(String path, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(Site.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    /** Loads the page at a path, fills in its form, and sends that with its hidden fields. */
    public Reply submit(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        Matcher hidden = HIDDEN_FIELD.matcher(get(path).body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        return post(path, all);
    }

    /** Repeats the last request, as the reload button of a browser does. */
    public Reply reload() {
        if (last == null) {
            throw new IllegalStateException("This visitor has not loaded a page yet.");
        }
        return send(last);
    }

    private Reply send(HttpRequest request) {
        last = request;
        HttpResponse<String> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        String location = response.headers().firstValue("Location").orElse("");
        return new Reply(response.statusCode(), location, response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
