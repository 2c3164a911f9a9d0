package ormlab.dialect.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.MalformedAddress;

/** Parses the URL of a PostgreSQL database. */
final class PostgresAddress {
    static final String JDBC = "jdbc:postgresql:";

    private static final String FORM = " Write postgresql://user:password@host:5432/database.";
    private static final String JDBC_FORM =
            " Write jdbc:postgresql://host:5432/database?user=…&password=….";

    /** The driver accepts several hosts, or none. */
    private static final String JDBC_HOST = "(?:\\[[\\w:.%]+]|[^:/?@,\\[]*)(?::\\d{1,5})?";

    private static final Pattern PARTS =
            Pattern.compile(
                    "//(?:(?<user>[^:@/?]*)(?::(?<password>[^@/]*))?@)?(?<host>\\[[\\w:.%]+]|[^:/?@,]*)"
                            + "(?::(?<port>[^/?@,]*))?(?<more>(?:,"
                            + JDBC_HOST
                            + ")*)(?:/(?<database>[^?@]*))?(?:\\?(?<options>[^@]*))?");

    /** Matches a URL with @ or / before its last @, where the user and password end. */
    private static final Pattern UNENCODED = Pattern.compile("//[^?]*[@/][^?]*@.*");

    private static final Pattern JDBC_PARTS =
            Pattern.compile(
                    "(?://"
                            + JDBC_HOST
                            + "(?:,"
                            + JDBC_HOST
                            + ")*(?:/[^?@]*)?|/?[^:/?@]*)(?:\\?.*)?");

    /** The options that a URL leaves out when it is shown. */
    private static final Set<String> PRIVATE = Set.of("user", "password", "sslpassword");

    /** Maps libpq's names for kinds of servers to the driver's. */
    private static final Map<String, String> SERVERS =
            Map.of(
                    "read-write", "primary",
                    "read-only", "secondary",
                    "standby", "secondary",
                    "prefer-standby", "preferSecondary");

    private final Engine engine;
    private final String address;
    private final Map<String, String> properties = new HashMap<>();

    PostgresAddress(Engine engine, String address) {
        this.engine = engine;
        this.address = address;
    }

    DatabaseAddress parsed() {
        String shown = DatabaseAddress.withoutPassword(address);
        if (!address.startsWith(JDBC)) {
            return parsed(shown, jdbcUrl(shown));
        }
        if (!JDBC_PARTS.matcher(address.substring(JDBC.length())).matches()) {
            throw new MalformedAddress(
                    "'" + shown + "' is not a JDBC URL of PostgreSQL." + JDBC_FORM);
        }
        return parsed(DatabaseAddress.withoutSecretOptions(address), address);
    }

    private DatabaseAddress parsed(String shown, String jdbcUrl) {
        return new DatabaseAddress(
                engine,
                shown,
                Optional.of(withoutPrivateOptions(jdbcUrl)),
                Optional.empty(),
                properties);
    }

    private String withoutPrivateOptions(String jdbcUrl) {
        int query = jdbcUrl.indexOf('?');
        if (query < 0) {
            return jdbcUrl;
        }
        List<String> options = new ArrayList<>();
        for (String option : jdbcUrl.substring(query + 1).split("&")) {
            int equals = option.indexOf('=');
            String name = option.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
            if (PRIVATE.contains(name)) {
                properties.put(name, decoded(option.substring(equals + 1)));
            } else if (name.equals("target_session_attrs")) {
                String server = option.substring(equals + 1);
                options.add("targetServerType=" + SERVERS.getOrDefault(server, server));
            } else {
                options.add(option);
            }
        }
        return jdbcUrl.substring(0, query)
                + (options.isEmpty() ? "" : "?" + String.join("&", options));
    }

    private String jdbcUrl(String shown) {
        Matcher parts = matched(shown, address.substring(address.indexOf(':') + 1));
        String host = parts.group("host");
        String port = parts.group("port");
        String database = parts.group("database");
        String options = parts.group("options");
        if (host.isEmpty()) {
            throw new MalformedAddress("'" + shown + "' has no host." + FORM);
        }
        if (database == null || database.isEmpty()) {
            throw new MalformedAddress(
                    "'" + shown + "' has no database name after the host." + FORM);
        }
        if (port != null && !port.matches("[1-9]\\d{0,4}")) {
            throw new MalformedAddress(
                    "What follows the host in '" + shown + "' is not a port number." + FORM);
        }
        putDecoded("user", parts.group("user"));
        putDecoded("password", parts.group("password"));
        return JDBC
                + "//"
                + host
                + (port == null ? "" : ":" + port)
                + parts.group("more")
                + "/"
                + database
                + (options == null ? "" : "?" + options);
    }

    private static Matcher matched(String shown, String rest) {
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches()) {
            boolean unencoded = UNENCODED.matcher(rest).matches();
            throw new MalformedAddress(
                    "'"
                            + shown
                            + "' is not a PostgreSQL URL"
                            + (unencoded
                                    ? ", because @ or / is unencoded in its user or password."
                                    : ".")
                            + FORM
                            + " Write characters such as @ : / in a password as %40 %3A %2F.");
        }
        return parts;
    }

    /** In this part of a URL, a plus sign does not mean a space. */
    private void putDecoded(String property, @Nullable String part) {
        if (part != null) {
            properties.put(property, decoded(part.replace("+", "%2B")));
        }
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException incomplete) {
            throw new MalformedAddress(
                    "A % in the URL is not followed by two digits. Write %25 for a % in a user"
                            + " or password.");
        }
    }
}
