package ormlab.internal.lexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into tokens that both SQLite and PostgreSQL would see. */
public final class SqlTokens {
    private static final Pattern DOLLAR = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private final String sql;
    private final boolean brackets;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql, boolean brackets) {
        this.sql = sql;
        this.brackets = brackets;
    }

    /** Returns the word that says what a statement creates, or its first word. */
    public static String kind(String sql) {
        String head = sql.substring(0, Math.min(sql.length(), 60)).strip().toLowerCase(Locale.ROOT);
        String[] words = head.split("\\s+", 4);
        if (words.length < 3 || !words[0].equals("create")) {
            return words[0];
        }
        return words[1].equals("unique") || words[1].startsWith("temp") ? words[2] : words[1];
    }

    /**
     * Splits a text into its tokens.
     *
     * @param brackets whether {@code [a b]} is a name, as on SQLite; otherwise it belongs to an
     *     array
     */
    public static List<SqlToken> of(String sql, boolean brackets) {
        SqlTokens reader = new SqlTokens(sql, brackets);
        reader.read();
        return reader.tokens;
    }

    /** Returns the names and keywords of a text in lowercase, except in strings and comments. */
    public static Set<String> wordsOf(String sql) {
        Set<String> words = new TreeSet<>();
        for (SqlToken token : of(sql, true)) {
            if (token.isName()) {
                words.add(token.canonical());
            }
        }
        return words;
    }

    /**
     * Returns text in canonical form, whatever its spaces, its quotes and the case of its names.
     */
    public static String canonical(String sql, boolean brackets) {
        return canonical(of(sql, brackets));
    }

    public static String canonical(List<SqlToken> tokens) {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : withoutParentheses(tokens)) {
            text.append(text.length() == 0 ? "" : " ").append(token.canonical());
        }
        return text.toString();
    }

    /** Returns an expression of PostgreSQL without parentheses around the whole. */
    public static String withoutParentheses(String sql) {
        List<SqlToken> inner = withoutParentheses(of(sql, false));
        return inner.isEmpty()
                ? sql
                : sql.substring(inner.get(0).start(), inner.get(inner.size() - 1).end());
    }

    /** Removes outer parentheses, because {@code (a)} and {@code a} are the same expression. */
    private static List<SqlToken> withoutParentheses(List<SqlToken> tokens) {
        List<SqlToken> inner = tokens;
        while (inner.size() > 2 && inner.get(0).is("(") && closing(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Finds the parenthesis that closes the one at an index. */
    public static int closing(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
            } else if (tokens.get(i).is(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private void read() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                at = commentEnd();
            } else {
                readToken(c);
            }
        }
    }

    /** Returns the end of a comment; PostgreSQL nests comments. */
    private int commentEnd() {
        int depth = 1;
        int end = at + 2;
        while (depth > 0 && end < sql.length()) {
            int step = sql.startsWith("*/", end) ? -1 : sql.startsWith("/*", end) ? 1 : 0;
            depth += brackets ? Math.min(step, 0) : step;
            end += step < 0 || step > 0 && !brackets ? 2 : 1;
        }
        return Math.min(sql.length(), end);
    }

    private void readToken(char c) {
        if (c == '\'') {
            add(SqlToken.Kind.STRING, quotedEnd('\''));
        } else if (c == '$' && dollarEnd() > at) {
            add(SqlToken.Kind.STRING, dollarEnd());
        } else if ((c == 'e' || c == 'E') && !brackets && sql.startsWith("'", at + 1)) {
            add(SqlToken.Kind.STRING, escapedEnd());
        } else if (c == '"' || c == '`') {
            addName(quotedEnd(c), String.valueOf(c));
        } else if (c == '[' && brackets) {
            int end = sql.indexOf(']', at);
            addName(end < 0 ? sql.length() : end + 1, "");
        } else if (Character.isDigit(c)) {
            add(SqlToken.Kind.NUMBER, numberEnd());
        } else if (isWordPart(c)) {
            int end = at;
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            add(SqlToken.Kind.WORD, end);
        } else {
            add(SqlToken.Kind.SYMBOL, symbolEnd(c));
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    private int symbolEnd(char c) {
        if ("<>=!|:".indexOf(c) < 0) {
            return at + 1;
        }
        int end = at;
        while (end < sql.length() && "<>=!|:".indexOf(sql.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private int numberEnd() {
        int end = at;
        while (end < sql.length()
                && (isWordPart(sql.charAt(end))
                        || sql.charAt(end) == '.'
                        || ("+-".indexOf(sql.charAt(end)) >= 0
                                && "eE".indexOf(sql.charAt(end - 1)) >= 0
                                && !sql.startsWith("0x", at)))) {
            end++;
        }
        return end;
    }

    private int quotedEnd(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }

    /**
     * Returns the end of {@code $tag$ … $tag$}, which is a string on PostgreSQL; 0 if there is
     * none.
     */
    private int dollarEnd() {
        Matcher tag = DOLLAR.matcher(sql).region(at, sql.length());
        if (brackets || !tag.lookingAt()) {
            return 0;
        }
        int end = sql.indexOf(tag.group(), tag.end());
        return end < 0 ? sql.length() : end + tag.group().length();
    }

    /** Returns the end of {@code E'…'}, in which a backslash escapes a quote. */
    private int escapedEnd() {
        int end = at + 2;
        while (end < sql.length() && sql.charAt(end) != '\'') {
            end += sql.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(sql.length(), end + 1);
    }

    private void add(SqlToken.Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(at, end), at, end));
        at = end;
    }

    private void addName(int end, String quote) {
        String name = sql.substring(at + 1, Math.max(at + 1, end - 1));
        if (!quote.isEmpty()) {
            name = name.replace(quote + quote, quote);
        }
        tokens.add(new SqlToken(SqlToken.Kind.QUOTED_NAME, name, at, end));
        at = end;
    }

    /** Returns whether SQL mentions a name, ignoring case, with or without quotes. */
    public static boolean mentions(String sql, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        // Most texts can be ruled out without being parsed.
        return sql.toLowerCase(Locale.ROOT).contains(wanted) && wordsOf(sql).contains(wanted);
    }
}
