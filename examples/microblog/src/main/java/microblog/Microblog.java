package microblog;

import io.javalin.Javalin;

import microblog.web.Limits;
import microblog.web.Pages;
import microblog.web.Routes;

import ormlab.Database;
import ormlab.error.OrmlabException;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The running application: a database and a server. */
public final class Microblog implements AutoCloseable {
    /**
     * Loggers whose messages about starting and stopping do not belong in a log. Kept in a field,
     * because an unreferenced logger loses its level.
     */
    private static final List<Logger> LIBRARIES =
            Stream.of(
                            "com.zaxxer.hikari",
                            "io.javalin",
                            "org.eclipse.jetty",
                            "org.flywaydb",
                            "org.hibernate")
                    .map(Logger::getLogger)
                    .toList();

    private final Database db;
    private final Javalin server;

    private Microblog(Database db, Javalin server) {
        this.db = db;
        this.server = server;
    }

    /**
     * Opens the database and starts the server.
     *
     * @throws ormlab.error.OrmlabException if a migration has not run yet
     */
    public static Microblog start(Settings settings) {
        Database db = settings.open();
        try {
            Tables.requireNewest(db);
            db.models(Models.all());
            Routes routes = new Routes(db, new Pages(), settings.https());
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

    /** Returns the port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Returns the database, for tests and tools. */
    public Database database() {
        return db;
    }

    /** Accepts no more requests, lets those in progress finish, then closes the database. */
    @Override
    public void close() {
        server.stop();
        db.close();
    }

    /** Runs all pending migrations, and reports which. */
    static String upgrade(Settings settings) {
        try (Database db = settings.open()) {
            return Tables.migrations(db).upgrade().toString();
        }
    }

    /**
     * Starts the application and runs until the process is stopped. With the argument {@code
     * upgrade}, it upgrades the database instead.
     */
    public static void main(String[] args) {
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
        Settings settings = Settings.ofEnvironment();
        try {
            if (args.length > 0 && args[0].equals("upgrade")) {
                System.out.println(upgrade(settings));
            } else {
                serve(settings);
            }
        } catch (OrmlabException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void serve(Settings settings) {
        Microblog microblog = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(microblog::close, "stop"));
        System.out.println(
                "Microblog on http://"
                        + settings.host()
                        + ":"
                        + microblog.port()
                        + ", data in "
                        + microblog.database().url());
    }
}
