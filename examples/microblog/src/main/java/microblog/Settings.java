package microblog;

import ormlab.Database;
import ormlab.config.Environment;

/**
 * What differs between a laptop and a server; all of it comes from the environment.
 *
 * @param databaseUrl the database
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param https whether visitors use https, so that cookies may only be sent over https
 * @param idleMillis after how long a silent connection is closed
 * @param leastBytesPerSecond how fast a request must arrive, 0 for any speed
 */
public record Settings(
        String databaseUrl,
        String host,
        int port,
        boolean https,
        int idleMillis,
        int leastBytesPerSecond) {
    /**
     * A post has at most 140 characters, so a form with all its fields is far smaller than this.
     */
    public static final int LARGEST_REQUEST_BYTES = 10_000;

    /** Reads DATABASE_URL, HOST, PORT and HTTPS from the environment or a {@code .env} file. */
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

    /** Returns settings for this machine: any free port, default limits. */
    public static Settings local(String databaseUrl) {
        return new Settings(databaseUrl, "127.0.0.1", 0, false, 30_000, 100);
    }

    Database open() {
        return Database.open(databaseUrl);
    }
}
