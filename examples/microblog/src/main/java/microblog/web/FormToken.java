package microblog.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * Is the secret that only our own pages know, so that no other site can post a form in a visitor's
 * name.
 */
public final class FormToken {
    private static final String KEY = "csrf";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Context ctx;

    FormToken(Context ctx) {
        this.ctx = ctx;
    }

    /**
     * Gives it to a template. Only a page with a form asks, so who reads along costs no web
     * session.
     */
    public String value() {
        String value = ctx.sessionAttribute(KEY);
        if (value == null) {
            byte[] random = new byte[BYTES];
            RANDOM.nextBytes(random);
            value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            ctx.sessionAttribute(KEY, value);
        }
        return value;
    }

    /** Refuses a form that is not one of our pages'. */
    void require() {
        String own = ctx.sessionAttribute(KEY);
        byte[] sent =
                Objects.requireNonNullElse(ctx.formParam(KEY), "").getBytes(StandardCharsets.UTF_8);
        if (own == null || !MessageDigest.isEqual(sent, own.getBytes(StandardCharsets.UTF_8))) {
            throw new ForbiddenResponse("The form is too old, or not ours. Load the page again.");
        }
    }

    /** Makes the next page ask for a new one. */
    void forget() {
        ctx.sessionAttribute(KEY, null);
    }
}
