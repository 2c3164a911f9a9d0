package ormlab.migrate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.internal.sql.TransactionWord;

/**
 * Finds the statements of a script that begin or end a transaction, or have no effect inside one. A
 * run with such a statement could not be undone as a whole.
 */
final class TransactionStatements {
    /** What PostgreSQL's dumps contain between this statement and a line with a backslash. */
    private static final Pattern COPIED_ROWS =
            Pattern.compile(
                    "(?is)\\bcopy\\b[^;]*\\bfrom\\s+stdin\\b[^;]*;(.*?(?:^\\\\\\.|\\z))",
                    Pattern.MULTILINE);

    private final String sql;
    private final List<SqlToken> tokens;
    private final List<String> found = new ArrayList<>();

    private TransactionStatements(String sql, Engine engine) {
        this.sql = sql;
        this.tokens = SqlTokens.of(withoutCopiedRows(sql), engine.bracketsQuoteNames());
    }

    /** Returns each statement with its line: {@code COMMIT in line 3}. */
    static List<String> in(String sql, Engine engine) {
        TransactionStatements script = new TransactionStatements(sql, engine);
        script.search();
        return script.found;
    }

    /** Removes copied rows and keeps the positions of everything else. */
    private static String withoutCopiedRows(String sql) {
        StringBuilder text = new StringBuilder(sql);
        Matcher copy = COPIED_ROWS.matcher(sql);
        while (copy.find()) {
            for (int i = copy.start(1); i < copy.end(1); i++) {
                text.setCharAt(i, sql.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return text.toString();
    }

    private void search() {
        int start = 0;
        while (start < tokens.size()) {
            int end = end(start);
            if (end > start && isFound(start, end)) {
                String text = sql.substring(tokens.get(start).start(), tokens.get(end - 1).end());
                found.add(text.replaceAll("\\s+", " ") + " in line " + line(start));
            }
            start = end + 1;
        }
    }

    private boolean isFound(int start, int end) {
        return switch (word(start)) {
            case "start", "prepare" -> word(start + 1).equals("transaction");
            case "pragma" -> word(start + 1).equals("foreign_keys") && end - start > 2;
            default -> TransactionWord.of(word(start)).isPresent();
        };
    }

    /** Returns a word without quotes in lower case; empty for anything else. */
    private String word(int index) {
        return index < tokens.size() && tokens.get(index).kind() == SqlToken.Kind.WORD
                ? tokens.get(index).text().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Returns the index of the semicolon that ends a statement, or the end of the script. */
    private int end(int start) {
        int body = body(start);
        for (int i = start; i < tokens.size(); i++) {
            if (tokens.get(i).is(";") && (i < body || isAfterEnd(i))) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Returns where the body of a trigger or function begins, because it contains semicolons. */
    private int body(int start) {
        boolean trigger = false;
        for (int i = start; i < tokens.size() && tokens.get(start).is("create"); i++) {
            trigger |= i < start + 4 && tokens.get(i).is("trigger");
            if (tokens.get(i).is("begin") && (trigger || word(i + 1).equals("atomic"))) {
                return i;
            }
            if (tokens.get(i).is(";")) {
                break;
            }
        }
        return tokens.size();
    }

    private boolean isAfterEnd(int semicolon) {
        SqlToken before = tokens.get(semicolon - 2);
        return tokens.get(semicolon - 1).is("end")
                && (before.is(";") || before.is("begin") || before.is("atomic"));
    }

    private long line(int index) {
        return 1
                + sql.substring(0, tokens.get(index).start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
