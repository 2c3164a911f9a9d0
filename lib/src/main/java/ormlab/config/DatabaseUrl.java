package ormlab.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.MalformedAddress;
import ormlab.error.Suggestion;

/**
 * A database URL, as in {@code DATABASE_URL}.
 *
 * <ul>
 *   <li>{@code sqlite:///data.sqlite}: a file, relative to the working directory
 *   <li>{@code sqlite:////home/me/data.sqlite} or {@code sqlite:///C:/me/data.sqlite}: a file,
 *       absolute
 *   <li>{@code sqlite://}: in memory, gone when the {@code Database} is closed
 *   <li>{@code postgresql://user:password@host:5432/database}, also {@code postgres://…}
 *   <li>{@code jdbc:…}: a JDBC URL, used as it is
 * </ul>
 *
 * <p>A password is never part of {@link #toString()} or of an error message.
 */
public final class DatabaseUrl {
    /** The kind of database that a URL leads to. */
    public enum Kind {
        /** SQLite, in a file or in memory. */
        SQLITE,
        /** PostgreSQL, or a database that speaks its protocol. */
        POSTGRESQL
    }

    private final DatabaseAddress address;

    private DatabaseUrl(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Parses a database URL.
     *
     * @param address the URL; null counts as empty
     * @throws InvalidDatabaseUrl if it has none of the forms above; the message says how to write
     *     it
     */
    public static DatabaseUrl parse(@Nullable String address) {
        if (address == null || address.isBlank()) {
            throw new InvalidDatabaseUrl(
                    "The database URL is empty. Write for example sqlite:///data.sqlite.");
        }
        if (!address.equals(address.strip())) {
            throw new InvalidDatabaseUrl(
                    "The database URL '%s' begins or ends with a space. Remove it: %s"
                            .formatted(
                                    DatabaseAddress.withoutPassword(address),
                                    DatabaseAddress.withoutPassword(address.strip())));
        }
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon);
        Engine engine =
                Engine.all().stream()
                        .filter(
                                each ->
                                        each.profile().schemes().contains(scheme)
                                                || each.serves(address))
                        .findFirst()
                        .orElseThrow(
                                () -> unknown(DatabaseAddress.withoutPassword(address), scheme));
        try {
            return new DatabaseUrl(engine.parse(address));
        } catch (MalformedAddress malformed) {
            throw new InvalidDatabaseUrl(malformed.getMessage());
        }
    }

    private static InvalidDatabaseUrl unknown(String shown, String scheme) {
        List<Engine> engines = Engine.all();
        if (scheme.equals("jdbc")) {
            return new InvalidDatabaseUrl(
                    "'%s' is the JDBC URL of a database that is not supported. Supported are %s."
                            .formatted(
                                    shown,
                                    engines.stream()
                                            .map(each -> each.profile().jdbcPrefix())
                                            .collect(Collectors.joining(" and "))));
        }
        String shownScheme = shown.substring(0, Math.max(0, shown.indexOf(':')));
        if (scheme.length() <= 1) { // nothing, or the letter of a Windows drive
            return new InvalidDatabaseUrl(
                    ("'%s' is not a database URL. For a file write sqlite:///%s (three slashes,"
                                    + " then the path).")
                            .formatted(shown, shown.replace('\\', '/')));
        }
        List<String> schemes =
                Stream.concat(
                                engines.stream().flatMap(each -> each.profile().schemes().stream()),
                                Stream.of("jdbc"))
                        .toList();
        return new InvalidDatabaseUrl(
                "'%s' begins with '%s:', which is not a supported database.%s Write %s, or jdbc:…."
                        .formatted(
                                shown,
                                shownScheme,
                                Suggestion.question(scheme.toLowerCase(Locale.ROOT), schemes),
                                engines.stream()
                                        .map(each -> each.profile().exampleUrl())
                                        .collect(Collectors.joining(", "))));
    }

    /** Returns the parts of the URL, including the password. */
    DatabaseAddress address() {
        return address;
    }

    /** Returns which kind of database this is; see {@link #engine()}. */
    public Kind kind() {
        return engine().name().equals("SQLite") ? Kind.SQLITE : Kind.POSTGRESQL;
    }

    /** Returns the engine that serves this database. */
    public Engine engine() {
        return address.engine();
    }

    /** Returns whether the database exists only in memory, as {@code sqlite://} does. */
    public boolean inMemory() {
        return address.inMemory();
    }

    /**
     * Returns the SQLite file as written, relative or absolute; empty for a database in memory, for
     * PostgreSQL, and for a JDBC URL with options.
     */
    public Optional<Path> file() {
        return address.file();
    }

    /** Returns the JDBC URL without user and passwords; empty for a database in memory. */
    public Optional<String> jdbcUrl() {
        return address.jdbcUrl();
    }

    /** Returns the URL as it was written, with {@code ***} for a password. */
    @Override
    public String toString() {
        return address.shown();
    }
}
