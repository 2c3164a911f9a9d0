package ormlab.migrate.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.migrate.engine.UserDefinedType;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;

/** Writes the condition that finds values that a new type cannot hold unchanged. */
final class Fitting {
    private static final Pattern SIZED = Pattern.compile("([a-z ]+?)\\((\\d+)(?:,(\\d+))?\\).*");
    private static final int VALIDITY_SINCE = 16;

    private final boolean sqlite;
    private final int version;
    private final List<UserDefinedType> types;

    /**
     * @param version the major version of PostgreSQL; older ones cannot be asked about all types
     * @param types the types of the model, which the database may not have yet
     */
    Fitting(boolean sqlite, int version, List<UserDefinedType> types) {
        this.sqlite = sqlite;
        this.version = version;
        this.types = types;
    }

    /** The condition that is true for values that do not fit; empty where nothing can be said. */
    Optional<String> misfits(Column was, Column column) {
        String id = Identifiers.quoted(column.name(), sqlite);
        return sqlite ? onSqlite(id, was, column) : onPostgres(id, was, column);
    }

    // SQLite -----------------------------------------------------------------------------------

    private static Optional<String> onSqlite(String id, Column was, Column column) {
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
            case "date" ->
                    Optional.of(
                            given(
                                    id,
                                    "date(" + id + ") is null or time(" + id + ") <> '00:00:00'"));
            case "timestamp" -> Optional.of(given(id, "datetime(" + id + ") is null"));
            case "time" -> Optional.of(given(id, "time(" + id + ") is null"));
            case "float", "double", "real", "double precision" -> Optional.of(noNumber(id));
            default -> Optional.empty();
        };
    }

    private static String given(String id, String condition) {
        return id + " is not null and (" + condition + ")";
    }

    private static String noNumber(String id) {
        return given(
                id,
                "typeof("
                        + id
                        + ") not in ('integer', 'real') and cast(cast("
                        + id
                        + " as numeric) as text) <> "
                        + id);
    }

    private static String wholeNumber(String id, long least, long most) {
        return given(
                id,
                "cast(cast("
                        + id
                        + " as integer) as numeric) <> cast("
                        + id
                        + " as numeric) or ("
                        + noNumber(id)
                        + ") or cast("
                        + id
                        + " as integer) not between "
                        + (least == Long.MIN_VALUE ? "-9223372036854775807 - 1" : least)
                        + " and "
                        + most);
    }

    private static String decimal(String id, Matcher sized) {
        int scale = sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3));
        int before = Integer.parseInt(sized.group(2)) - scale;
        return given(
                id,
                "("
                        + noNumber(id)
                        + ") or abs("
                        + id
                        + ") >= 1e"
                        + before
                        + " or round("
                        + id
                        + ", "
                        + scale
                        + ") <> cast("
                        + id
                        + " as numeric)");
    }

    // PostgreSQL -------------------------------------------------------------------------------

    private Optional<String> onPostgres(String id, Column was, Column column) {
        String type = column.type();
        Matcher sized = SIZED.matcher(type);
        boolean text = type.contains("character");
        if (text && sized.matches()) {
            return Optional.of("char_length(" + id + "::text) > " + sized.group(2));
        }
        if (type.equals("date") && was.type().startsWith("timestamp")) {
            return Optional.of(id + " <> date_trunc('day', " + id + ")");
        }
        Optional<UserDefinedType> made = made(type);
        if (made.isPresent()) {
            return made.get().enumeration()
                    ? Optional.of(unlisted(id, type, made.get().values()))
                    : Optional.empty();
        }
        if (version < VALIDITY_SINCE || was.type().equals("boolean") || type.equals("boolean")) {
            return Optional.empty();
        }
        String valid = "not pg_input_is_valid(" + id + "::text, " + Identifiers.string(type) + ")";
        boolean decimals =
                sized.matches()
                        && type.startsWith("numeric")
                        && !was.type().contains("char")
                        && !was.type().equals("text");
        String scale = sized.matches() && sized.group(3) != null ? sized.group(3) : "0";
        return Optional.of(
                decimals
                        ? valid + " or round(" + id + "::numeric, " + scale + ") <> " + id
                        : valid);
    }

    /** The type of the model that a column is of, alone or in an array. */
    private Optional<UserDefinedType> made(String type) {
        String element = type.replace("[]", "");
        return types.stream()
                .filter(each -> Identifiers.quoted(each.name(), false).equals(element))
                .findFirst();
    }

    /**
     * Values that the model's type does not list. PostgreSQL cannot be asked: the type that stands
     * has other values, or none stands.
     */
    private static String unlisted(String id, String type, List<String> values) {
        String list = values.stream().map(Identifiers::string).collect(Collectors.joining(", "));
        return type.endsWith("[]")
                ? "exists (select from unnest("
                        + id
                        + "::text::text[]) value where value not in ("
                        + list
                        + "))"
                : id + "::text not in (" + list + ")";
    }
}
