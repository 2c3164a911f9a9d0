package ormlab.trace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ormlab.internal.text.Shortened;

/** Formats statements and binds for a reader. */
public final class SqlText {
    private static final int LINE = 100;
    private static final int WIDEST_BIND = 60;

    /** Matches text that contains no keywords: strings, quoted names and comments. */
    private static final Pattern QUOTED =
            Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern WRITES =
            Pattern.compile(
                    "\\b(?:insert|replace|merge)\\s+(?:or\\s+\\w+\\s+)?into\\b|\\bdelete\\s+from\\b"
                            + "|\\bupdate\\s.*?\\bset\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BATCH =
            Pattern.compile(" (in \\(\\?|= ?any ?\\()", Pattern.CASE_INSENSITIVE);

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(?:from|into|update)\\s+(\"[^\"]+\"|[\\w.]+)", Pattern.CASE_INSENSITIVE);

    /** Matches the places where a long statement may be broken: before a clause, outside quotes. */
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "(?<! left)(?<! inner) (?=(?:from|where|group by|having|order"
                            + " by|limit|offset|fetch first|(?:left |inner"
                            + " )?join|values|set|returning|union) )(?=(?:[^']*'[^']*')*[^']*$)",
                    Pattern.CASE_INSENSITIVE);

    private SqlText() {}

    /**
     * Returns whether a statement only reads: SELECT, VALUES, EXPLAIN, PRAGMA, and WITH without a
     * statement that writes.
     */
    public static boolean isQuery(String sql) {
        String start = firstWord(sql);
        return switch (start) {
            case "select", "values", "explain", "pragma", "show" -> true;
            case "with" -> !WRITES.matcher(QUOTED.matcher(sql).replaceAll(" ")).find();
            default -> false;
        };
    }

    /** Returns whether a statement loads the associations of several owners at once. */
    public static boolean isBatch(String sql) {
        return BATCH.matcher(sql).find();
    }

    /** Returns the first table of a statement as written, without quotes; may be empty. */
    public static String table(String sql) {
        Matcher table = TABLE.matcher(sql);
        return table.find() ? table.group(1).replace("\"", "") : "";
    }

    /** Returns the first word of a statement in lower case, after comments and parentheses. */
    public static String firstWord(String sql) {
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c) || c == '(') {
                i++;
            } else if (sql.startsWith("--", i)) {
                i = after(sql, "\n", i);
            } else if (sql.startsWith("/*", i)) {
                i = after(sql, "*/", i);
            } else {
                break;
            }
        }
        int end = i;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(i, end).toLowerCase(Locale.ROOT);
    }

    private static int after(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    static String wrapped(String sql) {
        String line = sql.strip();
        return line.length() <= LINE ? line : CLAUSE.matcher(line).replaceAll("\n  ");
    }

    static String binds(List<Object> binds) {
        return binds.stream().map(SqlText::bind).collect(Collectors.joining(", "));
    }

    /** Quotes text, so that '1' differs from 1, and truncates long text. */
    private static String bind(@Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean || value == null) {
            return String.valueOf(value);
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        String text = String.valueOf(value).replace("\n", "\\n");
        String cut = Shortened.to(WIDEST_BIND, text);
        return "'" + cut.replace("'", "''") + "'";
    }
}
