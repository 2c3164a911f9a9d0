package ormlab.migrate.found;

import java.util.Locale;

/**
 * Is a piece of a SQL text.
 *
 * @param kind what it is
 * @param text what it says: a quoted name without its quotes, anything else as it stands
 * @param start where it begins in the text
 * @param end where it ends in the text
 */
record SqlToken(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The same text for the same meaning: names and keywords in small letters, without quotes. */
    String canonical() {
        return isName() ? text.toLowerCase(Locale.ROOT) : text;
    }
}
