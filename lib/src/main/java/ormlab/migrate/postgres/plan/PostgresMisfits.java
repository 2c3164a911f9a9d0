package ormlab.migrate.postgres.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.Column;

/** Writes the condition that finds values which a new type would change or reject. */
final class PostgresMisfits {
    private static final Pattern SIZED = Pattern.compile("([a-z ]+?)\\((\\d+)(?:,(\\d+))?\\).*");

    /** The version that introduced {@code pg_input_is_valid}. */
    private static final int VALIDITY_SINCE = 16;

    /** What older versions use instead; it disappears with the transaction of the comparison. */
    static final String OWN_VALIDITY =
            """
            create or replace function pg_temp.ormlab_is_valid(value text, type text)
            returns boolean strict language plpgsql as $$
            begin
              execute format('select %L::%s', value, type);
              return true;
            exception when others then
              return false;
            end $$""";

    private final String isValid;
    private final List<UserDefinedType> types;

    /**
     * @param version the major version of PostgreSQL
     * @param types the model's types, which the database may not have yet
     */
    PostgresMisfits(int version, List<UserDefinedType> types) {
        this.isValid = needsOwnValidity(version) ? "pg_temp.ormlab_is_valid" : "pg_input_is_valid";
        this.types = types;
    }

    /** Returns whether {@link #OWN_VALIDITY} must be run first. */
    static boolean needsOwnValidity(int version) {
        return version < VALIDITY_SINCE;
    }

    /** Returns the condition; empty if there is no way to check. */
    Optional<String> condition(Column was, Column column) {
        String id = PostgresSql.quoted(column.name());
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
        if (type.equals("boolean") && Casts.isNumber(was.type())) {
            return Optional.of(id + " not in (0, 1)");
        }
        if (was.type().equals("boolean") && Casts.isNumber(type)) {
            return Optional.empty();
        }
        String valid = "not " + isValid + "(" + id + "::text, " + Identifiers.string(type) + ")";
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

    /** Returns the model's type of a column or of its array elements. */
    private Optional<UserDefinedType> made(String type) {
        String element = type.replace("[]", "");
        return types.stream()
                .filter(each -> PostgresSql.quoted(each.name()).equals(element))
                .findFirst();
    }

    /**
     * Finds values that the model's type does not list. PostgreSQL cannot check this, because its
     * type has other values or does not exist yet.
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
