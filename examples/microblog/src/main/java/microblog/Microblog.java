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

/** The running application: a database and a server that uses it. */
public final class Microblog implements AutoCloseable {
    /**
     * What they tell of their starting and stopping is of no use in a log; loggers nobody holds
     * forget.
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
     * @throws ormlab.error.OrmlabException when a migration has not run yet
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

    /** Takes no more requests, lets those under way end, then closes the database. */
    @Override
    public void close() {
        server.stop();
        db.close();
    }

    /** Runs all migrations that have not run yet, and tells which. */
    static String upgrade(Settings settings) {
        try (Database db = settings.open()) {
            return Tables.migrations(db).upgrade().toString();
        }
    }

    /**
     * Starts the application and runs until the process is told to stop; with the word {@code
     * upgrade}, brings the database up to date instead.
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
