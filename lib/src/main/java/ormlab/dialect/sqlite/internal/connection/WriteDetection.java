package ormlab.dialect.sqlite.internal.connection;

import java.util.Locale;
import java.util.Set;

/**
 * Decides which SQL needs SQLite's write lock.
 *
 * <p>SQLite itself knows once a statement is prepared, but its driver does not expose that.
 */
final class WriteDetection {
    private static final Set<String> READING = Set.of("select", "values", "explain", "pragma");

    /** Statements that fail inside a transaction, or have nothing to do with one. */
    private static final Set<String> OUTSIDE = Set.of("vacuum", "attach", "detach");

    /** The verbs that can follow the common table expressions of WITH. */
    private static final Set<String> AFTER_WITH =
            Set.of("select", "values", "insert", "replace", "update", "delete");

    /**
     * Pragmas that are stored in the file and rolled back with it; the others configure the
     * connection.
     */
    private static final Set<String> STORED_PRAGMAS =
            Set.of("user_version", "application_id", "schema_version");

    private final String sql;
    private int at;

    private WriteDetection(String sql) {
        this.sql = sql;
    }

    /**
     * Returns whether any statement in some SQL, separated by semicolons, may write or locks what
     * it reads.
     */
    static boolean writes(String sql) {
        return sql.endsWith(SqliteConnection.LOCKS) || new WriteDetection(sql).anyWrites();
    }

    static int countStatements(String sql) {
        WriteDetection reader = new WriteDetection(sql);
        int statements = 0;
        while (!reader.nextWord().isEmpty()) {
            statements++;
            reader.skipStatement();
        }
        return statements;
    }

    private boolean anyWrites() {
        while (true) {
            String word = nextWord();
            if (word.isEmpty()) {
                return false;
            }
            if (statementWrites(word)) {
                return true;
            }
            if (sql.indexOf(';', at) < 0) {
                return false;
            }
            skipStatement();
        }
    }

    private boolean statementWrites(String verb) {
        return switch (verb) {
            case "with" -> !READING.contains(verbAfterWith());
            case "pragma" -> setsStoredValue();
            default -> !READING.contains(verb) && !OUTSIDE.contains(verb);
        };
    }

    /**
     * Skips to the verb: common table expressions are in parentheses, and their names are not
     * verbs.
     */
    private String verbAfterWith() {
        int depth = 0;
        while (at < sql.length() && sql.charAt(at) != ';') {
            char c = sql.charAt(at);
            if (Character.isLetter(c)) {
                String word = word();
                if (depth == 0 && AFTER_WITH.contains(word)) {
                    return word;
                }
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                skipToken();
            }
        }
        return "";
    }

    /** Matches {@code pragma main.user_version = 3} or {@code pragma user_version(3)}. */
    private boolean setsStoredValue() {
        String name = nextWord();
        if (at < sql.length() && sql.charAt(at) == '.') {
            at++;
            name = nextWord();
        }
        skipSpaceAndComments();
        return STORED_PRAGMAS.contains(name)
                && at < sql.length()
                && (sql.charAt(at) == '=' || sql.charAt(at) == '(');
    }

    private void skipStatement() {
        while (at < sql.length() && sql.charAt(at) != ';') {
            skipToken();
        }
    }

    /**
     * Returns the next word in lower case, skipping spaces, comments, semicolons and parentheses.
     */
    private String nextWord() {
        skipSpaceAndComments();
        while (at < sql.length() && (sql.charAt(at) == ';' || sql.charAt(at) == '(')) {
            at++;
            skipSpaceAndComments();
        }
        return word();
    }

    private String word() {
        int start = at;
        while (at < sql.length() && isPartOfWord(sql.charAt(at))) {
            at++;
        }
        return sql.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private void skipSpaceAndComments() {
        while (at < sql.length()
                && (Character.isWhitespace(sql.charAt(at))
                        || sql.startsWith("--", at)
                        || sql.startsWith("/*", at))) {
            skipToken();
        }
    }

    /** Skips a comment, a string or quoted name, a word, or a single character. */
    private void skipToken() {
        char c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            skipPast("\n", at + 2);
        } else if (sql.startsWith("/*", at)) {
            skipPast("*/", at + 2);
        } else if (c == '\'' || c == '"' || c == '`') {
            skipPast(String.valueOf(c), at + 1); // a doubled quote is two strings in a row
        } else if (c == '[') {
            skipPast("]", at + 1);
        } else if (isPartOfWord(c)) {
            word();
        } else {
            at++;
        }
    }

    private void skipPast(String end, int from) {
        int found = sql.indexOf(end, from);
        at = found < 0 ? sql.length() : found + end.length();
    }
}
