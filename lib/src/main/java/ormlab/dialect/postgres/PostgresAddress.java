package ormlab.dialect.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.MalformedAddress;

/** Takes the address of a PostgreSQL database apart. */
final class PostgresAddress {
    static final String JDBC = "jdbc:postgresql:";

    private static final String FORM = " Write postgresql://user:password@host:5432/database.";
    private static final Pattern PARTS =
            Pattern.compile(
                    "//(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<host>\\[[^]]+]|[^:/?@]*)"
                            + "(?::(?<port>[^/?@]*))?(?:/(?<database>[^?@]*))?(?:\\?(?<options>.*))?");

    private final Engine engine;
    private final String address;
    private final String shown;

    PostgresAddress(Engine engine, String address) {
        this.engine = engine;
        this.address = address;
        this.shown = DatabaseAddress.withoutPassword(address);
    }

    DatabaseAddress parsed() {
        if (address.startsWith(JDBC)) {
            return new DatabaseAddress(engine, shown, Optional.of(address));
        }
        Matcher parts = PARTS.matcher(address.substring(address.indexOf(':') + 1));
        if (!parts.matches()) {
            throw new MalformedAddress(
                    "'"
                            + shown
                            + "' is no PostgreSQL address."
                            + FORM
                            + " Signs such as @ : / in a password are written %40 %3A %2F.");
        }
        return new DatabaseAddress(
                engine,
                shown,
                Optional.of(jdbcUrl(parts)),
                Optional.empty(),
                decoded(parts.group("user")),
                decoded(parts.group("password")));
    }

    private String jdbcUrl(Matcher parts) {
        String host = parts.group("host");
        String port = parts.group("port");
        String database = parts.group("database");
        String options = parts.group("options");
        if (host.isEmpty()) {
            throw new MalformedAddress("'" + shown + "' names no host." + FORM);
        }
        if (database == null || database.isEmpty()) {
            throw new MalformedAddress("'" + shown + "' names no database after the host." + FORM);
        }
        if (port != null && !port.matches("[1-9]\\d{0,4}")) {
            throw new MalformedAddress(
                    "What follows the host in '" + shown + "' is no port number." + FORM);
        }
        return JDBC
                + "//"
                + host
                + (port == null ? "" : ":" + port)
                + "/"
                + database
                + (options == null ? "" : "?" + options);
    }

    /** Decodes %xx; a plus sign stays one in this part of an address. */
    private static Optional<String> decoded(@Nullable String part) {
        return Optional.ofNullable(part)
                .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
