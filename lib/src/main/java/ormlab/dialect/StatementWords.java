package ormlab.dialect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a statement what it does to which table, as far as an error message needs it. */
record StatementWords(String verb, String table, String text) {
    private static final String NAME = "(\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$.]*)";
    private static final Pattern WRITE =
            Pattern.compile(
                    "(?is)^\\s*(?:/\\*.*?\\*/\\s*)?(?:with\\b.*?\\)\\s*)?(insert|update|delete)\\b"
                            + "(?:\\s+or\\s+\\w+)?(?:\\s+into|\\s+from)?\\s+"
                            + NAME
                            + ".*");

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+" + NAME);

    /** The names after from, join, into and update; each once, in order. */
    static List<String> tablesIn(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = TABLE.matcher(sql == null ? "" : sql);
        while (matcher.find()) {
            names.add(plain(matcher.group(1)));
        }
        return List.copyOf(names);
    }

    /** Reads an insert, update or delete; any other statement gives empty. */
    static Optional<StatementWords> of(String sql) {
        Matcher matcher = WRITE.matcher(sql == null ? "" : sql);
        return matcher.matches()
                ? Optional.of(
                        new StatementWords(
                                matcher.group(1).toLowerCase(Locale.ROOT),
                                plain(matcher.group(2)),
                                sql))
                : Optional.empty();
    }

    /** Says whether the statement speaks of the column. */
    boolean mentions(String column) {
        return Pattern.compile("(?i)(?<![\\w$])\"?" + Pattern.quote(column) + "\"?(?![\\w$])")
                .matcher(text)
                .find();
    }

    private static String plain(String name) {
        String last = name.startsWith("\"") ? name : name.substring(name.lastIndexOf('.') + 1);
        return last.replace("\"", "");
    }
}
