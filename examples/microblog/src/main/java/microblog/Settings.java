package microblog;

import ormlab.Database;
import ormlab.config.Environment;

/**
 * Is what differs between a laptop and a server; all of it comes from the environment.
 *
 * @param databaseUrl where the data is
 * @param host the address to listen on
 * @param port the port, 0 for any that is free
 * @param https whether visitors come by https, so that cookies may travel only that way
 * @param idleMillis after how long a silent connection is closed
 * @param leastBytesPerSecond how fast a request must come in, 0 for any speed
 */
public record Settings(
        String databaseUrl,
        String host,
        int port,
        boolean https,
        int idleMillis,
        int leastBytesPerSecond) {
    /** A post has 140 characters; a form with all its fields is far below this. */
    public static final int LARGEST_REQUEST_BYTES = 10_000;

    /** Reads DATABASE_URL, HOST, PORT and HTTPS from the environment or a file .env. */
    public static Settings ofEnvironment() {
        Environment environment = Environment.ofProcess();
        return new Settings(
                environment.get("DATABASE_URL").orElse("sqlite:///microblog.sqlite"),
                environment.get("HOST").orElse("127.0.0.1"),
                Integer.parseInt(environment.get("PORT").orElse("8080")),
                environment.get("HTTPS").orElse("no").equals("yes"),
                30_000,
                100);
    }

    /** Returns settings for this machine: any free port, the usual limits. */
    public static Settings local(String databaseUrl) {
        return new Settings(databaseUrl, "127.0.0.1", 0, false, 30_000, 100);
    }

    Database open() {
        return Database.open(databaseUrl);
    }
}
