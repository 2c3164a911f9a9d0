package ormlab.dialect.sqlite.internal.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.MalformedAddress;

/** Parses the URL of a SQLite database. */
public final class SqliteAddress {
    /** How a JDBC URL starts. */
    public static final String JDBC = "jdbc:sqlite:";

    private static final String IN_MEMORY = "sqlite://";

    private final Engine engine;
    private final String address;
    private final String shown;

    /** Takes a URL that starts with {@code sqlite:} or with {@link #JDBC}. */
    public SqliteAddress(Engine engine, String address) {
        this.engine = engine;
        this.address = address;
        this.shown = DatabaseAddress.withoutPassword(address);
    }

    /**
     * Returns the parts of the URL.
     *
     * @throws MalformedAddress if it cannot be understood
     */
    public DatabaseAddress parsed() {
        return address.startsWith(JDBC)
                ? ofJdbc(address.substring(JDBC.length()))
                : ofUrl(address.substring("sqlite:".length()));
    }

    private DatabaseAddress ofJdbc(String path) {
        if (path.isEmpty() || path.equals(":memory:")) {
            return inMemory();
        }
        boolean plain = !path.startsWith("file:") && !path.startsWith(":") && path.indexOf('?') < 0;
        return plain
                ? file(path)
                : new DatabaseAddress(
                        engine,
                        DatabaseAddress.withoutSecretOptions(address),
                        Optional.of(address));
    }

    private DatabaseAddress ofUrl(String rest) {
        if (rest.equals("//") || rest.equals("///:memory:")) {
            return inMemory();
        }
        String shownRest = shown.substring("sqlite:".length());
        if (!rest.startsWith("//")) {
            String path = shownRest.replace('\\', '/').replaceFirst("^/+", "");
            throw malformed(
                    "needs slashes after 'sqlite:'. Write sqlite:///%s for a file in the working"
                            + " directory.",
                    path);
        }
        if (!rest.startsWith("///")) {
            String path = shownRest.substring(2);
            throw malformed(
                    "has two slashes: what follows two slashes is a host, and SQLite has none. Write"
                            + " sqlite:///%1$s for a file relative to the working directory, or"
                            + " sqlite:////%1$s for an absolute path.",
                    path);
        }
        return ofPath(rest.substring(3), shownRest.substring(3));
    }

    private DatabaseAddress ofPath(String path, String shownPath) {
        if (!path.equals(path.strip()) || path.startsWith("/ ")) {
            throw malformed(
                    "has a space after the slashes. Write sqlite:///%s without it.",
                    shownPath.strip().replaceFirst("^/ +/?", "/"));
        }
        if (path.isEmpty() || path.equals("/")) {
            throw malformed(
                    "has no file name. Write sqlite:///data.sqlite, or sqlite://"
                            + " (two slashes, nothing after them) for a database in memory.");
        }
        if (path.indexOf('?') >= 0) {
            throw malformed(
                    "has options after '?', which this form does not support. Write them in the"
                            + " driver's own form: jdbc:sqlite:%s.",
                    shownPath);
        }
        return file(path);
    }

    private MalformedAddress malformed(String problem, Object... values) {
        return new MalformedAddress("'" + shown + "' " + problem.formatted(values));
    }

    private DatabaseAddress inMemory() {
        return new DatabaseAddress(engine, IN_MEMORY, Optional.empty());
    }

    /** The driver would read settings from a path with '?', so it gets the absolute path. */
    private DatabaseAddress file(String path) {
        try {
            Path file = Path.of(path);
            return new DatabaseAddress(
                    engine,
                    address,
                    Optional.of(JDBC + file.toAbsolutePath()),
                    Optional.of(file),
                    Map.of());
        } catch (InvalidPathException notAPath) {
            throw new MalformedAddress(
                    ("'%s' is not a path on this system: %s. Write sqlite:///data.sqlite for"
                                    + " example.")
                            .formatted(shown, notAPath.getReason()));
        }
    }
}
