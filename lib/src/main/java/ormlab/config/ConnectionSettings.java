package ormlab.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.ConnectionOptions;
import ormlab.error.OrmlabException;

/**
 * Settings for connections. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * var settings = ConnectionSettings.defaults().poolSize(20).onConnect(ConnectionHook.sql("pragma cache_size = -20000"));
 * var db = Database.open("sqlite:///data.sqlite", settings);
 * }</pre>
 */
public final class ConnectionSettings {
    private static final int LEAST_WAIT = 250;

    /** A comma between hosts is part of a URL. */
    private static final Pattern BETWEEN_URLS =
            Pattern.compile("\\s*,\\s*(?=jdbc:|[a-zA-Z][\\w+.-]*://)");

    private final int poolSize;
    private final long poolMillis;
    private final int busyMillis;
    private final boolean extensions;
    private final @Nullable Consumer<String> echo;
    private final List<ConnectionHook> hooks;
    private final List<DatabaseUrl> replicas;

    private ConnectionSettings(
            int poolSize,
            long poolMillis,
            int busyMillis,
            boolean extensions,
            @Nullable Consumer<String> echo,
            List<ConnectionHook> hooks,
            List<DatabaseUrl> replicas) {
        this.poolSize = poolSize;
        this.poolMillis = poolMillis;
        this.busyMillis = busyMillis;
        this.extensions = extensions;
        this.echo = echo;
        this.hooks = List.copyOf(hooks);
        this.replicas = List.copyOf(replicas);
    }

    /**
     * Returns settings for a notebook or a small server.
     *
     * @return 10 connections, 30 s for a connection, 10 s for SQLite's writer, no extensions, no
     *     echo
     */
    public static ConnectionSettings defaults() {
        return new ConnectionSettings(10, 30_000, 10_000, false, null, List.of(), List.of());
    }

    /** Returns the same settings, with the replicas that {@code DATABASE_REPLICA_URL} names. */
    public static ConnectionSettings ofEnvironment() {
        return of(Environment.ofProcess());
    }

    /** Returns the default settings with the replicas that an environment names. */
    static ConnectionSettings of(Environment environment) {
        return environment
                .get("DATABASE_REPLICA_URL")
                .map(urls -> defaults().replicas(urls))
                .orElseGet(ConnectionSettings::defaults);
    }

    /**
     * Sets the maximum number of open connections.
     *
     * @param connections 1 or more
     */
    public ConnectionSettings poolSize(int connections) {
        require("poolSize", connections, 1);
        return new ConnectionSettings(
                connections, poolMillis, busyMillis, extensions, echo, hooks, replicas);
    }

    /**
     * Sets how long to wait for a connection when all are in use.
     *
     * @param millis milliseconds, {@value #LEAST_WAIT} or more
     */
    public ConnectionSettings poolMillis(long millis) {
        require("poolMillis", millis, LEAST_WAIT);
        return new ConnectionSettings(
                poolSize, millis, busyMillis, extensions, echo, hooks, replicas);
    }

    /**
     * Sets how long a writer waits for another writer of the same SQLite file.
     *
     * @param millis milliseconds, 0 or more
     */
    public ConnectionSettings busyMillis(int millis) {
        require("busyMillis", millis, 0);
        return new ConnectionSettings(
                poolSize, poolMillis, millis, extensions, echo, hooks, replicas);
    }

    /** Adds a hook that runs on each new connection, after the library's own settings. */
    public ConnectionSettings onConnect(ConnectionHook hook) {
        List<ConnectionHook> more = new ArrayList<>(hooks);
        more.add(hook);
        return new ConnectionSettings(
                poolSize, poolMillis, busyMillis, extensions, echo, more, replicas);
    }

    /**
     * Loads a SQLite extension into each new connection.
     *
     * <p>While this is set, {@code load_extension(…)} works in any SQL, so use it only for trusted
     * code.
     *
     * @param library the path of the extension, with or without its ending
     */
    public ConnectionSettings loadExtension(String library) {
        String quoted = library.replace("'", "''");
        return new ConnectionSettings(poolSize, poolMillis, busyMillis, true, echo, hooks, replicas)
                .onConnect(ConnectionHook.sql("select load_extension('" + quoted + "')"));
    }

    /**
     * Passes on each statement as it is sent, with its binds, and each commit and rollback, from
     * all threads: {@code echo(System.out::println)}, or to a logger.
     *
     * <p>Binds are users' values, so do not echo where others can read the output. For a few lines
     * of code, a trace shows more: see {@link ormlab.trace.Tracer#record(Runnable)}.
     *
     * @param to receives the text of one statement, commit or rollback at a time, possibly from
     *     several threads
     */
    public ConnectionSettings echo(Consumer<String> to) {
        return new ConnectionSettings(
                poolSize, poolMillis, busyMillis, extensions, to, hooks, replicas);
    }

    /**
     * Names servers that sessions which only read may use instead of the primary: see {@link
     * ormlab.Database#readOnly()}. They take turns, and each has a pool of the same size.
     *
     * @param urls their URLs, one per argument, or several separated by commas; {@code
     *     postgresql://user:password@one,two/database} names one replica, which may be on either
     *     host
     * @throws InvalidDatabaseUrl if a URL cannot be understood
     */
    public ConnectionSettings replicas(String... urls) {
        List<DatabaseUrl> named = new ArrayList<>();
        for (String several : urls) {
            for (String url : BETWEEN_URLS.split(several.strip())) {
                named.add(DatabaseUrl.parse(url));
            }
        }
        return new ConnectionSettings(
                poolSize, poolMillis, busyMillis, extensions, echo, hooks, named);
    }

    private static void require(String what, long value, long least) {
        if (value < least) {
            throw new OrmlabException(what + " must be at least " + least + ", not " + value + ".");
        }
    }

    int poolSize() {
        return poolSize;
    }

    long poolMillis() {
        return poolMillis;
    }

    /** Returns how many milliseconds a writer waits for another writer of the same SQLite file. */
    public int busyMillis() {
        return busyMillis;
    }

    /** Receives the statements as they are sent; null by default. */
    @Nullable Consumer<String> echo() {
        return echo;
    }

    /** Returns the URLs of the replicas; none by default. */
    List<DatabaseUrl> replicas() {
        return replicas;
    }

    /** Returns what an engine needs to know to open connections. */
    ConnectionOptions options() {
        return new ConnectionOptions(busyMillis, extensions, false, this::setUp);
    }

    /** Runs the hooks, and closes the connection if one of them fails. */
    private void setUp(Connection connection) throws SQLException {
        try {
            for (ConnectionHook hook : hooks) {
                hook.connected(connection);
            }
        } catch (SQLException refused) {
            connection.close();
            throw new SQLException(
                    "what ran on the new connection failed (onConnect or loadExtension): "
                            + refused.getMessage(),
                    refused);
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }
}
