package ormlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column that the WHERE clause of a statement compares with values, as far as its text shows it.
 *
 * @param table the table as the statement names it
 * @param column as the statement names it, without an alias
 * @param rest the operator and the values, as SQL
 * @param first the position of the first bind, counted from 0
 * @param binds how many binds the values have
 */
record ColumnCondition(String table, String column, String rest, int first, int binds) {
    private static final String NAME = "(?:\"[^\"]+\"|\\w+)";

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|join|update)\\s+(NAME(?:\\.NAME)?)(?:\\s+(?:as\\s+)?(NAME))?"
                            .replace("NAME", NAME),
                    Pattern.CASE_INSENSITIVE);

    private static final String VALUES =
            "(?:between\\s+ONE\\s+and\\s+ONE|in\\s*\\(ONE(?:\\s*,\\s*ONE)*\\)"
                    + "|(?:=|<=?|>=?|like\\b)\\s*ONE(?:\\s+escape\\s+'[^']*')?)";

    /** Matches a comparison that is a whole operand of AND and OR, including inside parentheses. */
    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?:\\b(?:where|and|or)\\s+|\\()\\(*((?:(NAME)\\.)?(NAME)\\s*(VALUES))(?=\\s*(?:$|\\)|and\\b|or\\b|order\\b|group\\b|limit\\b|offset\\b|fetch\\b|for\\b|returning\\b|union\\b))"
                            .replace("VALUES", VALUES)
                            .replace("ONE", "(?:\\?|'[^']*'|\\d+)")
                            .replace("NAME", NAME),
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HIDDEN = Pattern.compile("'[^']*'|--[^\\n]*|/\\*.*?\\*/");
    private static final Pattern EITHER = Pattern.compile("\\b(?:or|not|case)\\b");
    private static final Pattern LIKE = Pattern.compile("like\\s*('[^']*')?.*", Pattern.DOTALL);

    /** Returns the comparisons with a column of one table. */
    static List<ColumnCondition> of(String sql, String table) {
        String masked = HIDDEN.matcher(sql).replaceAll(ColumnCondition::masked);
        List<ColumnCondition> found = new ArrayList<>();
        int where = masked.toLowerCase(Locale.ROOT).indexOf("where ");
        if (where < 0) {
            return found;
        }
        Matcher compared = COMPARED.matcher(masked).region(where, masked.length());
        while (compared.find()) {
            String owner = owner(masked, compared.group(2), table);
            if (owner != null) {
                found.add(
                        new ColumnCondition(
                                owner,
                                compared.group(3),
                                sql.substring(compared.start(4), compared.end(4)),
                                binds(masked.substring(0, compared.start(4))),
                                binds(compared.group(4))));
            }
        }
        return found;
    }

    /**
     * Returns the table as the statement writes it; null if the column belongs to another table.
     */
    private static @Nullable String owner(String sql, @Nullable String alias, String table) {
        Matcher named = TABLE.matcher(sql);
        int tables = 0;
        String owner = null;
        while (named.find()) {
            tables++;
            boolean fits =
                    alias == null || alias.equals(named.group(2)) || alias.equals(named.group(1));
            if (fits && bare(named.group(1)).equalsIgnoreCase(table)) {
                owner = named.group(1);
            }
        }
        return alias == null && tables > 1 ? null : owner;
    }

    private static String masked(MatchResult hidden) {
        boolean text = hidden.group().startsWith("'");
        String filler = (text ? "x" : " ").repeat(hidden.group().length());
        return text ? "'" + filler.substring(2) + "'" : filler;
    }

    private static int binds(String masked) {
        return (int) masked.chars().filter(c -> c == '?').count();
    }

    /** Returns a name without its schema and its quotes. */
    private static String bare(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    }

    /** Returns whether a row may match a statement without meeting each of its comparisons. */
    static boolean areAlternatives(String sql) {
        return EITHER.matcher(HIDDEN.matcher(sql).replaceAll("''").toLowerCase(Locale.ROOT)).find();
    }

    /** Returns the schema that the statement names; null if it names none. */
    @Nullable String schema() {
        int dot = table.lastIndexOf('.');
        return dot < 0 ? null : bare(table.substring(0, dot));
    }

    String columnName() {
        return bare(column);
    }

    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        for (int place = first; place < first + binds; place++) {
            places.add(place);
        }
        return places;
    }

    boolean isLike() {
        return LIKE.matcher(rest.toLowerCase(Locale.ROOT)).matches();
    }

    /** Returns the pattern of LIKE if it begins with a wildcard; otherwise null. */
    @Nullable String leadingWildcard(Binds values) {
        Matcher like = LIKE.matcher(rest);
        if (!isLike()) {
            return null;
        }
        Object pattern =
                binds == 1
                        ? values.value(first)
                        : like.matches() && like.group(1) != null
                                ? like.group(1).substring(1, like.group(1).length() - 1)
                                : null;
        return pattern instanceof String text && text.matches("(?s)[%_].*") ? text : null;
    }
}
