package ormlab.migrate.history;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the text of a script shows without running it. */
final class ScriptText {
    private static final Pattern COMMENT =
            Pattern.compile(
                    "('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String NAME = "(?:(\\w+|\"[^\"]+\")\\s*\\.\\s*)?(\\w+|\"[^\"]+\"|`[^`]+`)";
    private static final Pattern CREATED =
            pattern("\\bcreate\\s+(?:unlogged\\s+)?table\\s+(if\\s+not\\s+exists\\s+)?" + NAME);
    private static final Pattern MADE =
            pattern(
                    "\\bcreate\\s+(?:unlogged\\s+)?(?:table|sequence|type)\\s+(?:if\\s+not\\s+exists\\s+)?"
                            + NAME);

    /** The comment above an index that a model asked for; a handwritten index has none. */
    private static final Pattern INDEX =
            Pattern.compile("^-- (?:Added|Changed) index '(.+?)' on '(.+?)'", Pattern.MULTILINE);

    private static final Pattern RENAMED =
            pattern(
                    "\\balter\\s+(?:table|sequence|type)\\s+(?:if\\s+exists\\s+)?"
                            + NAME
                            + "\\s+rename\\s+to\\s+(\\w+|\"[^\"]+\"|`[^`]+`)");

    /** The schemas that a name without a schema may be in. */
    private static final Set<String> USUAL_SCHEMAS = Set.of("", "main", "public");

    private ScriptText() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Returns whether a script has no statement. */
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

    /**
     * Returns the tables that a script creates, in lower case, except those that it creates only if
     * needed.
     */
    static Set<String> createdTables(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher created = CREATED.matcher(withoutComments(sql));
        while (created.find()) {
            if (created.group(1) == null) {
                names.add(plain(created.group(3)));
            }
        }
        return names;
    }

    /**
     * Returns the tables, sequences and types that a script creates and does not drop again, and
     * the indexes that a model asked for, in lower case, with a schema if the script names one.
     */
    static Set<String> knownObjects(String sql) {
        String statements = withoutComments(sql);
        Set<String> names = new LinkedHashSet<>();
        Matcher made = MADE.matcher(statements);
        while (made.find()) {
            names.add(inSchema(made.group(1), made.group(2)));
        }
        Matcher renamed = RENAMED.matcher(statements);
        while (renamed.find()) {
            names.add(inSchema(renamed.group(1), renamed.group(3)));
        }
        Matcher index = INDEX.matcher(sql);
        while (index.find()) {
            int dot = index.group(2).lastIndexOf('.');
            names.add(plain(index.group(2).substring(0, dot + 1) + index.group(1)));
        }
        return names;
    }

    private static String inSchema(@Nullable String schema, String name) {
        String of = schema == null ? "" : plain(schema);
        return USUAL_SCHEMAS.contains(of) ? plain(name) : of + '.' + plain(name);
    }

    private static String plain(String name) {
        return name.replaceAll("^[\"`]|[\"`]$", "").toLowerCase(Locale.ROOT);
    }
}
