package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Knows which types PostgreSQL turns into which by itself, and which only when told to. */
final class Casts {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private final Map<String, String> contexts = new HashMap<>();

    private Casts() {}

    static Casts of(Connection connection) throws SQLException {
        Casts casts = new Casts();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select format_type(castsource, null), format_type(casttarget,"
                                        + " null), castcontext from pg_cast")) {
            while (rows.next()) {
                casts.contexts.put(rows.getString(1) + ">" + rows.getString(2), rows.getString(3));
            }
        }
        return casts;
    }

    /** The expression that turns a column into another type; empty when none has to be said. */
    String using(String column, String from, String to) {
        String source = base(from);
        String target = base(to);
        if (source.equals(target) || TEXTS.contains(target)) {
            return "";
        }
        String context = contexts.getOrDefault(source + ">" + target, "");
        if (context.equals("i") || context.equals("a")) {
            return "";
        }
        return context.equals("e") || TEXTS.contains(source)
                ? column + "::" + to
                : column + "::text::" + to;
    }

    /** {@code timestamp(6) with time zone} is a {@code timestamp with time zone}. */
    private static String base(String type) {
        return type.replaceFirst("\\s*\\([^)]*\\)", "");
    }
}
