package ormlab.migrate.internal.sql;

import java.util.Locale;
import ormlab.dialect.Engine;

/**
 * A piece of a SQL text.
 *
 * @param kind what it is
 * @param text what it says: a quoted name without its quotes, anything else as it stands
 * @param start where it begins in the text
 * @param end where it ends in the text
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

    /** The same text for the same meaning: names and keywords in small letters, without quotes. */
    public String canonical() {
        return isName() ? text.toLowerCase(Locale.ROOT) : text;
    }

    /**
     * Returns the name that is meant. SQLite takes a string for a name where no string makes sense.
     */
    public String name(Engine engine) {
        if (kind == Kind.STRING) {
            return text.substring(1, text.length() - 1);
        }
        return kind == Kind.WORD ? engine.unquotedName(text) : text;
    }
}
