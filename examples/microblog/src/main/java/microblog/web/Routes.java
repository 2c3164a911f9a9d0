package microblog.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;

import org.eclipse.jetty.http.HttpException;

import ormlab.Database;
import ormlab.query.NotFound;

import java.util.Map;

/** Maps each path to its view. */
public final class Routes {
    private final Database db;
    private final Pages pages;
    private final boolean https;
    private final Accounts accounts;
    private final Posts posts;
    private final People people;

    /**
     * Creates the views.
     *
     * @param https whether cookies may only be sent over https
     */
    public Routes(Database db, Pages pages, boolean https) {
        this.db = db;
        this.pages = pages;
        this.https = https;
        accounts = new Accounts(db);
        posts = new Posts(db);
        people = new People(db);
    }

    /** Handles a request. */
    private interface View {
        void answer(Visit visit);
    }

    /** Registers all paths with the server. */
    public void register(JavalinConfig config) {
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/static";
                    files.directory = "/static";
                    files.location = Location.CLASSPATH;
                });
        config.routes
                .before(Routes::headers)
                .get("/", inSession(posts::timeline))
                .post("/", inSession(posts::write))
                .get("/explore", inSession(posts::explore))
                .get("/user/{username}", inSession(people::profile))
                .post("/user/{username}/follow", inSession(people::follow))
                .post("/user/{username}/unfollow", inSession(people::unfollow))
                .get("/register", inSession(accounts::registerPage))
                .post("/register", inSession(accounts::register))
                .get("/login", inSession(accounts::loginPage))
                .post("/login", inSession(accounts::login))
                .post("/logout", inSession(accounts::logout))
                .get("/health", this::health)
                .exception(
                        HttpException.RuntimeException.class,
                        (limit, ctx) -> ctx.status(limit.getCode()).result(limit.getReason()))
                .exception(NotFound.class, (missing, ctx) -> notFound(ctx, missing.getMessage()))
                .error(HttpStatus.NOT_FOUND, ctx -> notFound(ctx, "There is no such page."));
    }

    /**
     * Runs a view with one database session per request, which is always closed; every form must
     * contain our token.
     */
    private Handler inSession(View view) {
        return ctx -> {
            Visit visit = new Visit(ctx, db, pages, https);
            try {
                if (ctx.method() == HandlerType.POST) {
                    visit.requireToken();
                }
                view.answer(visit);
            } finally {
                db.closeSession();
            }
        };
    }

    /** A second defence besides escaping: the browser runs no script, whatever a page contains. */
    private static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
    }

    private void notFound(Context ctx, String message) {
        if (ctx.attribute("told") == null) {
            ctx.attribute("told", true);
            ctx.status(HttpStatus.NOT_FOUND);
            ctx.html(pages.fill("not_found", Map.of("reason", message)));
        }
    }

    /** For monitoring: 200 if the database answers. */
    private void health(Context ctx) {
        try {
            db.rows("select 1");
            ctx.result("ok\n");
        } catch (RuntimeException unreachable) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).result("the database does not answer\n");
        }
    }
}
