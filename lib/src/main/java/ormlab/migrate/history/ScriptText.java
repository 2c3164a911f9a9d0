package ormlab.migrate.history;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from the text of a script without running it. */
final class ScriptText {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String NAME =
            "(?:(?:\\w+|\"[^\"]+\")\\s*\\.\\s*)?(\\w+|\"[^\"]+\"|`[^`]+`)";
    private static final Pattern CREATED =
            Pattern.compile(
                    "\\bcreate\\s+(?:unlogged\\s+)?table\\s+(if\\s+not\\s+exists\\s+)?" + NAME,
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern RENAMED =
            Pattern.compile(
                    "\\balter\\s+table\\s+[^;]*?\\brename\\s+to\\s+" + NAME,
                    Pattern.CASE_INSENSITIVE);

    private ScriptText() {}

    /** Tells whether there is no statement in it. */
    static boolean isEmpty(String sql) {
        return withoutComments(sql).replace(";", "").isBlank();
    }

    private static String withoutComments(String sql) {
        return COMMENT.matcher(sql)
                .replaceAll(
                        found ->
                                found.group(1) == null
                                        ? " "
                                        : Matcher.quoteReplacement(found.group(1)));
    }

    /** Names the tables that a script makes, in lower case; not those that it makes if need be. */
    static Set<String> createdTables(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher created = CREATED.matcher(withoutComments(sql));
        while (created.find()) {
            if (created.group(1) == null) {
                names.add(plain(created.group(2)));
            }
        }
        return names;
    }

    /** Names the tables that there are after a script because of it, in lower case. */
    static Set<String> knownTables(String sql) {
        String statements = withoutComments(sql);
        Set<String> names = new LinkedHashSet<>();
        Matcher created = CREATED.matcher(statements);
        while (created.find()) {
            names.add(plain(created.group(2)));
        }
        Matcher renamed = RENAMED.matcher(statements);
        while (renamed.find()) {
            names.add(plain(renamed.group(1)));
        }
        return names;
    }

    private static String plain(String name) {
        return name.replaceAll("^[\"`]|[\"`]$", "").toLowerCase(Locale.ROOT);
    }
}
