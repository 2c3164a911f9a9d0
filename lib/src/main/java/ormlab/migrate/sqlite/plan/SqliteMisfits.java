package ormlab.migrate.sqlite.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.schema.Column;

/** Writes the condition that finds values which a new type would change or reject. */
final class SqliteMisfits {
    private static final Pattern SIZED = Pattern.compile("([a-z ]+?)\\((\\d+)(?:,(\\d+))?\\).*");

    private static final String DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-*";
    private static final String TIME = "[0-9][0-9]:[0-9][0-9]*";

    private SqliteMisfits() {}

    /** Returns the condition; empty if there is no way to check. */
    static Optional<String> condition(Column column) {
        String id = SqliteSql.quoted(column.name());
        String type = column.type();
        Matcher sized = SIZED.matcher(type);
        String base = sized.matches() ? sized.group(1) : type;
        return switch (base) {
            case "varchar", "char", "character", "character varying" ->
                    sized.matches()
                            ? Optional.of("length(" + id + ") > " + sized.group(2))
                            : Optional.empty();
            case "tinyint" -> Optional.of(wholeNumber(id, -128, 127));
            case "smallint" -> Optional.of(wholeNumber(id, Short.MIN_VALUE, Short.MAX_VALUE));
            case "integer", "int" ->
                    Optional.of(wholeNumber(id, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case "bigint" -> Optional.of(wholeNumber(id, Long.MIN_VALUE, Long.MAX_VALUE));
            case "numeric", "decimal" ->
                    sized.matches() ? Optional.of(decimal(id, sized)) : Optional.of(noNumber(id));
            case "boolean" -> Optional.of(id + " not in (0, 1)");
            case "date" -> Optional.of(noTime(id, DATE, "time(" + id + ") <> '00:00:00'"));
            case "timestamp" -> Optional.of(noTime(id, DATE, "datetime(" + id + ") is null"));
            case "time" -> Optional.of(noTime(id, TIME, "time(" + id + ") is null"));
            case "float", "double", "real", "double precision" -> Optional.of(noNumber(id));
            default -> Optional.empty();
        };
    }

    private static String given(String id, String condition) {
        return id + " is not null and (" + condition + ")";
    }

    /** SQLite's functions would read a number as a Julian day. */
    private static String noTime(String id, String start, String condition) {
        return given(
                id, id + " not glob '" + start + "' or date(" + id + ") is null or " + condition);
    }

    private static String noNumber(String id) {
        return given(
                id,
                "typeof(%1$s) not in ('integer', 'real') and cast(cast(%1$s as numeric) as text) <> %1$s"
                        .formatted(id));
    }

    private static String wholeNumber(String id, long least, long most) {
        return given(
                id,
                ("cast(cast(%1$s as integer) as numeric) <> cast(%1$s as numeric) or (%2$s)"
                                + " or cast(%1$s as integer) not between %3$s and %4$s")
                        .formatted(
                                id,
                                noNumber(id),
                                least == Long.MIN_VALUE ? "-9223372036854775807 - 1" : least,
                                most));
    }

    private static String decimal(String id, Matcher sized) {
        int scale = sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3));
        int before = Integer.parseInt(sized.group(2)) - scale;
        return given(
                id,
                "(%2$s) or abs(%1$s) >= 1e%3$s or round(%1$s, %4$s) <> cast(%1$s as numeric)"
                        .formatted(id, noNumber(id), before, scale));
    }
}
