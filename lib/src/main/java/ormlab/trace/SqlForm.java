package ormlab.trace;

import ormlab.internal.lexer.SqlHtml;

/** How statements and the comments below them are written. */
enum SqlForm {
    TEXT,
    HTML;

    String sql(String sql) {
        return this == TEXT ? sql : SqlHtml.of(sql);
    }

    String comment(String words) {
        return this == TEXT ? words : SqlHtml.comment(words);
    }

    /** Returns a comment on a line of its own, below a statement. */
    String below(String words) {
        return "\n  " + comment("-- " + words);
    }
}
