package microblog.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;

import jakarta.servlet.http.Cookie;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A secret that only our own pages know, so that no other site can post a form in a visitor's name.
 * For a signed-in visitor, it is in the web session. For everyone else, it is in a cookie, which
 * costs the server no memory, and which another site can neither read nor set.
 */
public final class FormToken {
    private static final String KEY = "csrf";
    private static final String COOKIE = "form";
    private static final Pattern WELL_FORMED = Pattern.compile("[\\w-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Context ctx;
    private final boolean https;

    FormToken(Context ctx, boolean https) {
        this.ctx = ctx;
        this.https = https;
    }

    /** Returns the token for a template; only pages with a form call it. */
    public String value() {
        return known().findFirst().orElseGet(this::fresh);
    }

    /** A browser may send several cookies with the same name, one of which another site has set. */
    private Stream<String> known() {
        if (ctx.req().getSession(false) != null) {
            return Stream.ofNullable(ctx.<String>sessionAttribute(KEY));
        }
        Cookie[] cookies = Objects.requireNonNullElse(ctx.req().getCookies(), new Cookie[0]);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> WELL_FORMED.matcher(value).matches());
    }

    private String fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (ctx.req().getSession(false) != null) {
            ctx.sessionAttribute(KEY, value);
        } else {
            ctx.cookie(new io.javalin.http.Cookie(COOKIE, value, "/", -1, https, true, null, SameSite.LAX));
        }
        return value;
    }

    /** Refuses a form that does not come from one of our pages. */
    void require() {
        byte[] sent =
                Objects.requireNonNullElse(ctx.formParam(KEY), "").getBytes(StandardCharsets.UTF_8);
        boolean ours =
                known().anyMatch(
                                own ->
                                        MessageDigest.isEqual(
                                                sent, own.getBytes(StandardCharsets.UTF_8)));
        if (!ours) {
            throw new ForbiddenResponse("The form is too old, or not ours. Load the page again.");
        }
    }

    /** Makes the next page create a new token. */
    void forget() {
        ctx.sessionAttribute(KEY, null);
        ctx.removeCookie(COOKIE);
    }
}
