package ormlab.internal.lexer;

import java.util.Set;
import ormlab.picture.Html;

/**
 * Writes SQL as HTML whose tokens have the classes of Pygments.
 *
 * <p>JupyterLab has colours for these classes in its light and its dark theme, and its sanitizer
 * keeps them. It has none for comments that are dark enough on white and light enough on black, so
 * comments are in italics.
 */
public final class SqlHtml {
    /** The words to colour. A word after a full stop, as in {@code k1_0.key}, is a name. */
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

    /** Returns a text in which keywords, literals, placeholders and comments are marked. */
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

    /** Returns a comment. */
    public static String comment(String words) {
        return "<i>" + Html.escape(words) + "</i>";
    }

    /** Puts what the other methods return into a block, without which it has no colours. */
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

    /** Two question marks are one in an operator of PostgreSQL. */
    private static boolean isPlaceholder(String sql, SqlToken token) {
        return token.is("?")
                && !sql.startsWith("?", token.end())
                && !sql.startsWith("?", token.start() - 1);
    }

    /** Between two tokens are spaces and comments. */
    private static String between(String text) {
        String comments = text.strip();
        return comments.isEmpty() ? text : text.replace(comments, comment(comments));
    }
}
