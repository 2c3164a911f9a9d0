package ormlab.internal.lexer;

import java.util.Set;
import ormlab.picture.Html;

/**
 * Writes SQL as HTML, with the CSS classes of Pygments for its tokens.
 *
 * <p>JupyterLab has colours for these classes in its light and its dark theme, and its sanitizer
 * keeps them. None of its colours for comments has enough contrast on both white and black, so
 * comments are in italics.
 */
public final class SqlHtml {
    /** The words to colour. A word after a dot, as in {@code k1_0.key}, is a name. */
    private static final Set<String> KEYWORDS =
            Set.of(
                    """
                    add all alter and any array as asc autoincrement begin between by cascade case
                    cast check collate column commit conflict constraint create cross current_date
                    current_time current_timestamp database default deferrable deferred delete desc
                    distinct do drop else end escape except exists explain extension false fetch
                    first for foreign from full generated group having identity if ilike immediate
                    in index inner insert instead intersect into is join key lateral left like limit
                    lock locked materialized merge natural no not nothing nowait null nulls of
                    offset on only or order outer over partition pragma primary recursive references
                    release rename replace restrict returning right rollback rows savepoint select
                    set similar skip table temp temporary then to trigger true union unique update
                    using vacuum values view when where window with without\
                    """
                            .split("\\s+"));

    private SqlHtml() {}

    /** Returns SQL in which keywords, literals, placeholders and comments are marked. */
    public static String of(String sql) {
        StringBuilder html = new StringBuilder();
        int written = 0;
        boolean isQualified = false;
        for (SqlToken token : SqlTokens.of(sql, false)) {
            html.append(between(sql.substring(written, token.start())));
            String text = Html.escape(sql.substring(token.start(), token.end()));
            String kind = isQualified ? "" : kind(sql, token);
            html.append(kind.isEmpty() ? text : "<span class=\"" + kind + "\">" + text + "</span>");
            written = token.end();
            isQualified = token.is(".");
        }
        return html.append(between(sql.substring(written))).toString();
    }

    /** Returns the HTML of a comment. */
    public static String comment(String words) {
        return "<i>" + Html.escape(words) + "</i>";
    }

    /** Wraps the output of the other methods in a block, which is needed for the colours. */
    public static String block(String html) {
        return "<pre class=\"highlight\">" + html + "</pre>";
    }

    private static String kind(String sql, SqlToken token) {
        return switch (token.kind()) {
            case WORD -> KEYWORDS.contains(token.canonical()) ? "k" : "";
            case STRING -> "s";
            case NUMBER -> "m";
            case SYMBOL -> isPlaceholder(sql, token) ? "o" : "";
            case QUOTED_NAME -> "";
        };
    }

    /** Two question marks are an operator's question mark in PostgreSQL. */
    private static boolean isPlaceholder(String sql, SqlToken token) {
        return token.is("?")
                && !sql.startsWith("?", token.end())
                && !sql.startsWith("?", token.start() - 1);
    }

    /** Marks up the text between two tokens, which consists of spaces and comments. */
    private static String between(String text) {
        String comments = text.strip();
        return comments.isEmpty() ? text : text.replace(comments, comment(comments));
    }
}
