package microblog.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import microblog.model.User;

import ormlab.Database;
import ormlab.query.PageRequest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One request: its visitor, its form and its response. */
final class Visit {
    static final int PER_PAGE = 20;
    private static final String USER_ID = "user_id";

    private final Context ctx;
    private final Database db;
    private final Pages pages;
    private final FormToken token;

    Visit(Context ctx, Database db, Pages pages, boolean https) {
        this.ctx = ctx;
        this.db = db;
        this.pages = pages;
        token = new FormToken(ctx, https);
    }

    /** The signed-in user, if any. */
    Optional<User> user() {
        Integer id = ctx.sessionAttribute(USER_ID);
        return id == null ? Optional.empty() : db.query(User.class).get(id);
    }

    /**
     * Signs a user in with a new session id, so that an attacker who planted the old one does not
     * know it.
     */
    void signIn(User user) {
        ctx.req().getSession();
        ctx.req().changeSessionId();
        token.forget();
        ctx.sessionAttribute(USER_ID, user.getId());
    }

    void signOut() {
        ctx.req().getSession().invalidate();
    }

    /**
     * Returns a form's field without surrounding spaces; empty if it is missing. NUL characters are
     * removed, because no keyboard types them and PostgreSQL cannot store them.
     */
    String field(String name) {
        String text = Objects.requireNonNullElse(ctx.formParam(name), "");
        if (text.indexOf('\0') >= 0) {
            throw new BadRequestResponse(
                    "The field '" + name + "' contains a character that is not text.");
        }
        return text.strip();
    }

    /** Returns a password as it was typed, including spaces. */
    String password() {
        return Objects.requireNonNullElse(ctx.formParam("password"), "");
    }

    String inPath(String name) {
        return ctx.pathParam(name);
    }

    PageRequest page() {
        return PageRequest.parse(ctx.queryParam("page"), PER_PAGE);
    }

    /** Refuses a form that does not come from one of our pages. */
    void requireToken() {
        token.require();
    }

    void seeOther(String path) {
        ctx.redirect(path, HttpStatus.SEE_OTHER);
    }

    /** Shows a page, adding what every page needs. */
    void show(String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent("message", "");
        all.put("token", token);
        all.put("me", user().orElse(null));
        // A page with a token, or for one visitor, must not be in any cache.
        ctx.header("Cache-Control", "no-store");
        ctx.html(pages.fill(template, all));
    }

    /** Shows the page again with an error message, as a client error. */
    void refuse(String template, String message, Map<String, Object> values) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        Map<String, Object> all = new HashMap<>(values);
        all.put("message", message);
        show(template, all);
    }
}
