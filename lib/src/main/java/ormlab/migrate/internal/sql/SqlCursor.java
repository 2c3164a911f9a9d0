package ormlab.migrate.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.schema.SqlFragment;
import ormlab.schema.TableName;

/** Reads part of a SQL text, token by token. */
final class SqlCursor {
    private final String sql;
    private final List<SqlToken> tokens;
    private final Engine engine;
    private int at;

    SqlCursor(String sql, List<SqlToken> tokens, Engine engine) {
        this.sql = sql;
        this.tokens = tokens;
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Returns the index of the next token. */
    int position() {
        return at;
    }

    boolean isAt(String word) {
        return !isAtEnd() && tokens.get(at).is(word);
    }

    boolean isAtOneOf(Set<String> words) {
        return !isAtEnd()
                && tokens.get(at).kind() == SqlToken.Kind.WORD
                && words.contains(tokens.get(at).canonical());
    }

    /** Reads a token, and returns it in lowercase; empty at the end. */
    String next() {
        return at < tokens.size() ? tokens.get(at++).text().toLowerCase(Locale.ROOT) : "";
    }

    /** Consumes these words if they come next, and returns whether they did. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Skips a token, or everything in parentheses if it opens one. */
    void skip() {
        at = isAt("(") ? SqlTokens.closing(tokens, at) + 1 : at + 1;
    }

    void skipTo(String word) {
        while (!isAtEnd() && !isAt(word)) {
            at++;
        }
    }

    String name() {
        return isAtEnd() ? "" : tokens.get(at++).name(engine::unquotedName);
    }

    /** Reads a name that may have a schema before it. */
    TableName tableName() {
        String name = name();
        return at + 1 < tokens.size() && take(".")
                ? new TableName(name, name())
                : TableName.of(name);
    }

    /** Reads the name of a created object, skipping {@code if not exists}. */
    TableName createdName() {
        while (isAtOneOf(Set.of("if", "not", "exists", "only"))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isName()) {
            at++;
        }
        return tableName();
    }

    /** Reads the items in parentheses, and returns the first name of each. */
    List<String> names() {
        return items().stream().map(SqlCursor::name).toList();
    }

    /** Reads the contents of parentheses, and returns the parts between the commas. */
    List<SqlCursor> items() {
        int end = SqlTokens.closing(tokens, at);
        List<SqlCursor> items = new ArrayList<>();
        while (at < end) {
            int start = ++at;
            while (at < end && !isAt(",")) {
                skip();
            }
            if (start < at) {
                items.add(new SqlCursor(sql, tokens.subList(start, at), engine));
            }
        }
        at = end + 1;
        return items;
    }

    List<SqlToken> tokensFrom(int start) {
        return tokens.subList(start, at);
    }

    /** Returns the text from a token to the current position. */
    String textFrom(int start) {
        return start >= at
                ? ""
                : sql.substring(tokens.get(start).start(), tokens.get(at - 1).end());
    }

    /** Returns the expression from a token to the current position. */
    SqlFragment expressionFrom(int start) {
        return new SqlFragment(textFrom(start), SqlTokens.canonical(tokensFrom(start)));
    }

    /**
     * Returns the expression from a token to the current position, without the parentheses around
     * it.
     */
    SqlFragment expressionWithin(int start) {
        SqlCursor inner = new SqlCursor(sql, tokens.subList(start + 1, at - 1), engine);
        inner.at = inner.tokens.size();
        return inner.expressionFrom(0);
    }

    /** Returns everything that follows, in canonical form. */
    String rest() {
        return SqlTokens.canonical(tokens.subList(at, tokens.size()));
    }
}
