package ormlab.dialect.internal.error;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an INSERT, UPDATE or DELETE that error messages need.
 *
 * @param verb in lower case
 * @param table without quotes and schema
 * @param text the statement
 */
public record WriteStatement(String verb, String table, String text) {
    private static final String NAME = "(\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$.]*)";
    private static final Pattern WRITE =
            Pattern.compile(
                    "(?is)^\\s*(?:/\\*.*?\\*/\\s*)?(?:with\\b.*?\\)\\s*)?(insert|update|delete)\\b"
                            + "(?:\\s+or\\s+\\w+)?(?:\\s+into|\\s+from)?\\s+"
                            + NAME
                            + ".*");

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+" + NAME);

    /** Returns the names after from, join, into and update, each once, in order. */
    static List<String> tablesIn(@Nullable String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = TABLE.matcher(sql == null ? "" : sql);
        while (matcher.find()) {
            names.add(plain(matcher.group(1)));
        }
        return List.copyOf(names);
    }

    /** Returns the parts of a statement that writes; empty for any other statement. */
    public static Optional<WriteStatement> of(@Nullable String sql) {
        Matcher matcher = WRITE.matcher(sql == null ? "" : sql);
        return matcher.matches()
                ? Optional.of(
                        new WriteStatement(
                                matcher.group(1).toLowerCase(Locale.ROOT),
                                plain(matcher.group(2)),
                                sql))
                : Optional.empty();
    }

    /** Returns whether a column appears in the statement. */
    public boolean mentions(String column) {
        return Pattern.compile("(?i)(?<![\\w$])\"?" + Pattern.quote(column) + "\"?(?![\\w$])")
                .matcher(text)
                .find();
    }

    private static String plain(String name) {
        String last = name.startsWith("\"") ? name : name.substring(name.lastIndexOf('.') + 1);
        return last.replace("\"", "");
    }
}
