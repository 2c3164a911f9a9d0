package ormlab.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.dialect.Engine;
import ormlab.error.Suggestion;

/**
 * Is the address of a database, in the form that {@code DATABASE_URL} has.
 *
 * <ul>
 *   <li>{@code sqlite:///data.sqlite}: a file, relative to the working directory
 *   <li>{@code sqlite:////home/me/data.sqlite} or {@code sqlite:///C:/me/data.sqlite}: a file,
 *       absolute
 *   <li>{@code sqlite://}: in memory, gone when the Database is closed
 *   <li>{@code postgresql://user:password@host:5432/database}, also {@code postgres://…}
 *   <li>{@code jdbc:…}: a JDBC address as it is
 * </ul>
 *
 * <p>A password is never part of {@link #toString()} or of an error.
 */
public final class DatabaseUrl {
    /** Which database an address speaks of. */
    public enum Kind {
        /** SQLite, in a file or in memory. */
        SQLITE,
        /** PostgreSQL, or a database that speaks its protocol. */
        POSTGRESQL
    }

    private static final List<String> SCHEMES = List.of("sqlite", "postgresql", "postgres", "jdbc");
    private static final Pattern POSTGRES =
            Pattern.compile(
                    "(?:([^:@/]*)(?::([^@/]*))?@)?(\\[[^]]+]|[^:/?@]*)(?::([^/?@]*))?(?:/([^?@]*))?(?:\\?(.*))?");

    private final Kind kind;
    private final String shown;
    private final String jdbcUrl;
    private final Path file;
    private final String user;
    private final String password;

    private DatabaseUrl(
            Kind kind, String shown, String jdbcUrl, Path file, String user, String password) {
        this.kind = kind;
        this.shown = shown;
        this.jdbcUrl = jdbcUrl;
        this.file = file;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads an address.
     *
     * @param address the address; null counts as empty
     * @return the address, taken apart
     * @throws InvalidDatabaseUrl when it is in none of the forms above; the message says how to
     *     write it
     */
    public static DatabaseUrl parse(String address) {
        if (address == null || address.isBlank()) {
            throw new InvalidDatabaseUrl(
                    "The database address is empty. Write for example sqlite:///data.sqlite.");
        }
        if (!address.equals(address.strip())) {
            throw new InvalidDatabaseUrl(
                    "The database address '"
                            + hidePassword(address)
                            + "' begins or ends with a blank. Write it without: "
                            + hidePassword(address.strip()));
        }
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon);
        return switch (scheme) {
            case "sqlite" -> sqlite(address, address.substring(colon + 1));
            case "postgresql", "postgres" -> postgres(address, address.substring(colon + 1));
            case "jdbc" -> jdbc(address);
            default -> throw unknownScheme(address, scheme);
        };
    }

    private static InvalidDatabaseUrl unknownScheme(String address, String scheme) {
        String shown = hidePassword(address);
        if (scheme.length() <= 1) { // nothing, or the letter of a Windows drive
            return new InvalidDatabaseUrl(
                    "'"
                            + shown
                            + "' is no database address. For a file write sqlite:///"
                            + shown.replace('\\', '/')
                            + " (three slashes, then the path).");
        }
        return new InvalidDatabaseUrl(
                "'"
                        + shown
                        + "' begins with '"
                        + scheme
                        + ":', which is no database known here."
                        + Suggestion.question(scheme.toLowerCase(Locale.ROOT), SCHEMES)
                        + " Write sqlite:///file, postgresql://user:password@host/database, or"
                        + " jdbc:….");
    }

    private static DatabaseUrl sqlite(String address, String rest) {
        if (rest.equals("//") || rest.equals("///:memory:")) {
            return new DatabaseUrl(Kind.SQLITE, "sqlite://", null, null, null, null);
        }
        if (!rest.startsWith("//")) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + address
                            + "' needs slashes after 'sqlite:'. Write sqlite:///"
                            + rest.replace('\\', '/').replaceFirst("^/+", "")
                            + " for a file next to your work.");
        }
        if (!rest.startsWith("///")) {
            String path = rest.substring(2);
            throw new InvalidDatabaseUrl(
                    "'"
                            + address
                            + "' has two slashes: what follows two slashes is a host, and"
                            + " SQLite has none. Write sqlite:///"
                            + path
                            + " for a file relative to the working directory, or"
                            + " sqlite:////"
                            + path
                            + " for an absolute path.");
        }
        String path = rest.substring(3);
        if (!path.equals(path.strip()) || path.startsWith("/ ")) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + address
                            + "' has a blank after the slashes. Write sqlite:///"
                            + path.strip().replaceFirst("^/ +/?", "/")
                            + " without it.");
        }
        if (path.isEmpty() || path.equals("/")) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + address
                            + "' names no file. Write sqlite:///data.sqlite, or sqlite://"
                            + " (two slashes, nothing after them) for a database in memory.");
        }
        if (path.indexOf('?') >= 0) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + address
                            + "' has options behind '?', which this form does not take."
                            + " Give them in the driver's own form: jdbc:sqlite:"
                            + path
                            + ".");
        }
        return sqliteFile(address, path);
    }

    private static DatabaseUrl sqliteFile(String shown, String path) {
        try {
            Path file = Path.of(path);
            // The driver takes its own settings from behind a '?'; a path goes in by its absolute
            // form.
            return new DatabaseUrl(
                    Kind.SQLITE, shown, "jdbc:sqlite:" + file.toAbsolutePath(), file, null, null);
        } catch (InvalidPathException notAPath) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + path
                            + "' in '"
                            + shown
                            + "' is no path of this system: "
                            + notAPath.getReason()
                            + ". Write sqlite:///data.sqlite for example.");
        }
    }

    private static DatabaseUrl postgres(String address, String rest) {
        String shown = hidePassword(address);
        Matcher parts = POSTGRES.matcher(rest.startsWith("//") ? rest.substring(2) : "?bad");
        String form = " Write postgresql://user:password@host:5432/database.";
        if (!rest.startsWith("//") || !parts.matches()) {
            throw new InvalidDatabaseUrl(
                    "'"
                            + shown
                            + "' is no PostgreSQL address."
                            + form
                            + " Signs such as @ : / in a password are written %40 %3A %2F.");
        }
        String host = parts.group(3);
        String port = parts.group(4);
        String database = parts.group(5);
        if (host.isEmpty()) {
            throw new InvalidDatabaseUrl("'" + shown + "' names no host." + form);
        }
        if (database == null || database.isEmpty()) {
            throw new InvalidDatabaseUrl(
                    "'" + shown + "' names no database after the host." + form);
        }
        if (port != null && !port.matches("[1-9]\\d{0,4}")) {
            throw new InvalidDatabaseUrl(
                    "What follows the host in '" + shown + "' is no port number." + form);
        }
        String jdbc =
                "jdbc:postgresql://"
                        + host
                        + (port == null ? "" : ":" + port)
                        + "/"
                        + database
                        + (parts.group(6) == null ? "" : "?" + parts.group(6));
        return new DatabaseUrl(
                Kind.POSTGRESQL,
                shown,
                jdbc,
                null,
                decoded(parts.group(1)),
                decoded(parts.group(2)));
    }

    private static DatabaseUrl jdbc(String address) {
        if (address.startsWith("jdbc:sqlite:")) {
            String path = address.substring("jdbc:sqlite:".length());
            if (path.isEmpty() || path.equals(":memory:")) {
                return new DatabaseUrl(Kind.SQLITE, "sqlite://", null, null, null, null);
            }
            boolean plain =
                    !path.startsWith("file:") && !path.startsWith(":") && path.indexOf('?') < 0;
            return plain
                    ? sqliteFile(address, path)
                    : new DatabaseUrl(Kind.SQLITE, address, address, null, null, null);
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(
                    Kind.POSTGRESQL, hidePassword(address), address, null, null, null);
        }
        throw new InvalidDatabaseUrl(
                "'"
                        + hidePassword(address)
                        + "' is a JDBC address of a database that is not"
                        + " supported. Supported are jdbc:sqlite: and jdbc:postgresql:.");
    }

    private static String decoded(String part) {
        // A plus sign stays a plus sign in the user part of an address; only %xx is decoded.
        return part == null
                ? null
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Replaces a password by ***, in whichever form an address holds one. */
    static String hidePassword(String address) {
        return address.replaceAll("([:/]/+)([^:@/?]*):.*@", "$1$2:***@")
                // Who forgot the host wrote the password where a port would stand.
                .replaceAll("([:/]/+[^:@/?]*):(?!\\d{1,5}(?:[/?]|$)|\\*\\*\\*@)[^@/?]*", "$1:***")
                .replaceAll("(?i)(?<=[?&](?:password|pass|pwd)=)[^&]*", "***");
    }

    /**
     * Tells which database this is.
     *
     * @return the kind, never null
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the engine that serves this database.
     *
     * @return the engine
     */
    public Engine engine() {
        return Engine.of(jdbcUrl == null ? "jdbc:sqlite:" : jdbcUrl);
    }

    /**
     * Tells whether the database lives in memory only.
     *
     * @return true for {@code sqlite://}
     */
    public boolean inMemory() {
        return kind == Kind.SQLITE && jdbcUrl == null;
    }

    /**
     * Gives the SQLite file.
     *
     * @return the path as written, relative or absolute; empty in memory, for PostgreSQL, and for a
     *     JDBC address with options
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Gives the JDBC address.
     *
     * @return the address without user and password; empty in memory
     */
    public Optional<String> jdbcUrl() {
        return Optional.ofNullable(jdbcUrl);
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Gives the address as it was written, with {@code ***} for a password.
     *
     * @return the address to show
     */
    @Override
    public String toString() {
        return shown;
    }
}
