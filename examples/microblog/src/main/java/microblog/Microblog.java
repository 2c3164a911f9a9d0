package microblog;

import io.javalin.Javalin;
import microblog.web.Limits;
import microblog.web.Pages;
import microblog.web.Routes;
import ormlab.Database;

/** Is the running application: a database and a server over it. */
public final class Microblog implements AutoCloseable {
    private final Database db;
    private final Javalin server;

    private Microblog(Database db, Javalin server) {
        this.db = db;
        this.server = server;
    }

    /** Opens the database and starts the server. The tables must be there: upgrade makes them. */
    public static Microblog start(Settings settings) {
        Database db = settings.open();
        try {
            db.models(Models.all());
            Routes routes = new Routes(db, new Pages());
            Javalin server =
                    Javalin.create(
                                    config -> {
                                        config.startup.showJavalinBanner = false;
                                        Limits.apply(config, settings);
                                        routes.register(config);
                                    })
                            .start();
            return new Microblog(db, server);
        } catch (RuntimeException failed) {
            db.close();
            throw failed;
        }
    }

    /** Gives the port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Gives the database, for tests and tools. */
    public Database database() {
        return db;
    }

    /** Takes no more requests, lets those under way end, then closes the database. */
    @Override
    public void close() {
        server.stop();
        db.close();
    }

    /** Starts the application and runs until the process is told to stop. */
    public static void main(String[] args) {
        Settings settings = Settings.ofEnvironment();
        Microblog microblog = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(microblog::close, "stop"));
        System.out.println(
                "Microblog on http://" + settings.host() + ":" + microblog.port()
                        + ", data in " + microblog.database().url());
    }
}
