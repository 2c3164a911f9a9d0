package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The types that PostgreSQL converts implicitly, and those that need a cast. */
final class Casts {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

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

    /** Returns the expression that converts a column to another type; empty if none is needed. */
    String using(String column, String from, String to) {
        String source = base(from);
        String target = base(to);
        if (source.equals(target) || TEXTS.contains(target)) {
            return "";
        }
        if (isNumber(from) && target.equals("boolean")) {
            return column + " <> 0";
        }
        if (source.equals("boolean") && isNumber(to)) {
            return column + "::integer" + (target.equals("integer") ? "" : "::" + to);
        }
        String context = contexts.getOrDefault(source + ">" + target, "");
        if (context.equals("i") || context.equals("a")) {
            return "";
        }
        return context.equals("e") || TEXTS.contains(source)
                ? column + "::" + to
                : column + "::text::" + to;
    }

    /** Returns the expression for a value of the new type, without cutting text to its length. */
    String value(String column, String from, String to) {
        String using = using(column, from, to);
        if (using.isEmpty()) {
            return column + "::" + (TEXTS.contains(base(to)) ? "text" : to);
        }
        return using;
    }

    static boolean isNumber(String type) {
        return NUMBERS.contains(base(type));
    }

    /**
     * Returns a type without its precision: {@code timestamp(6) with time zone} is a {@code
     * timestamp with time zone}.
     */
    private static String base(String type) {
        return type.replaceFirst("\\s*\\([^)]*\\)", "");
    }
}
