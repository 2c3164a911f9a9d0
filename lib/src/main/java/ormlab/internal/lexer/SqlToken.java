package ormlab.internal.lexer;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A token of SQL.
 *
 * @param kind its kind
 * @param text its text; quoted names have no quotes
 * @param start the index where it begins
 * @param end the index where it ends
 */
public record SqlToken(Kind kind, String text, int start, int end) {
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /**
     * Returns the same text for the same meaning: names and keywords in lower case, without quotes.
     */
    public String canonical() {
        return isName() ? text.toLowerCase(Locale.ROOT) : text;
    }

    /**
     * Returns the name that is meant. SQLite treats a string as a name where a string makes no
     * sense.
     *
     * @param unquoted changes an unquoted name as the database does
     */
    public String name(UnaryOperator<String> unquoted) {
        if (kind == Kind.STRING) {
            return text.substring(1, text.length() - 1);
        }
        return kind == Kind.WORD ? unquoted.apply(text) : text;
    }
}
